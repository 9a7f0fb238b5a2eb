"""Two leads for the tiny pack: one open from the start, one that a note opens."""

from game.pack.leads import Lead, Overreach, Slot

HONEST = "Green, says article A. Article B passes on that it is blue."

COLOUR = Lead(
    id="colour",
    asks="Which colour has the lamp?",
    slots=(
        Slot(name="what A says", facts=("lamp-is-green",), at="salon", hint="Look at the lamp."),
        Slot(name="what B says", facts=("lamp-is-blue",), at="platform", hint="Look at the leaflet."),
    ),
    honest=HONEST,
    overreaches=(
        Overreach(says="It is green.", because="B says otherwise.", facts=("lamp-is-blue",)),
        Overreach(says="It has turned blue.", because="Nobody says that.", facts=("lamp-is-blue",)),
    ),
    headline="One lamp, two colours",
)
RUG = Lead(
    id="rug",
    asks="How old is the rug?",
    opens=("rug-is-old",),
    slots=(
        Slot(name="how it looks", facts=("rug-is-old",), at="salon", hint="Look at the rug."),
        Slot(name="the lamp beside it", facts=("lamp-is-green",), at="salon", hint="Look at the lamp."),
        Slot(name="what B says", facts=("lamp-is-blue",), at="platform", hint="Look at the leaflet."),
    ),
    honest="It looks old.",
    overreaches=(Overreach(says="It is old.", because="It looks so.", facts=("rug-is-old",)),),
    headline="A rug of some age",
)
