"""What a player may type, from sense to nonsense."""

from hypothesis import strategies as st

COMMANDS = (
    *(
        "look",
        "forward",
        "back",
        "in",
        "out",
        "exits",
        "places",
        "inventory",
        "notebook",
        "score",
        "help",
        "about",
        "source",
    ),
    *(
        "quiz",
        "a",
        "b",
        "1",
        "true",
        "skip",
        "?",
        "undo",
        "again",
        "g",
        "take leaflet",
        "drop leaflet",
        "take all",
        "drop all",
    ),
    *("x lamp", "x door", "x jane", "x the old rug and lamp", "go to end", "go to 1", "go to platform", "who is jane"),
    *(
        "examine",
        "go",
        "take",
        "answer",
        "help take",
        "lamp",
        "x table",
        "n",
        "look. x lamp then f",
        "f, f",
        "what is agenda",
    ),
)
NOUNS = (
    "lamp",
    "rug",
    "leaflet",
    "ticket",
    "door",
    "jane",
    "platform",
    "salon",
    "1",
    "the",
    "all",
    "it",
    "nothing",
    "",
)
HOSTILE = (
    "\x00",
    "\x1b[31mred",
    "\u202eright to left",
    "\ud800",
    "\u2028",
    "“look”",
    "𝔩𝔬𝔬𝔨",
    "x" * 5_000,
    "> look",
    "[b]look[/b]",
    "🚂",
)

verbs = st.sampled_from([command.split()[0] for command in COMMANDS])
lines = st.one_of(
    st.sampled_from(COMMANDS),
    st.builds(lambda verb, noun: f"{verb} {noun}", verbs, st.sampled_from(NOUNS)),
    st.builds(
        lambda first, join, second: first + join + second,
        st.sampled_from(COMMANDS),
        st.sampled_from([". ", ", ", " then ", " and "]),
        st.sampled_from(COMMANDS),
    ),
    st.sampled_from(HOSTILE),
    st.text(max_size=40),
)
plays = st.lists(lines, max_size=25)
