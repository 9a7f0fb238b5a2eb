"""The page of the differences: where sources are not alike, in what, where they agree, and what is mixed up."""

from game.exports.site.evidence import Notes, render_comparison
from game.exports.site.frame import DIFFERENCES, Page, make_element, make_section
from game.pack.world import World
from game.prose import site_words as words
from game.prose.fact_lines import render_agreement_heading, render_difference_heading, render_mix_up_heading
from game.prose.lines import capitalise
from game.prose.page_words import AGREEMENTS, MIX_UPS


def render_difference_page(world: World) -> Page:
    """Disputes first, then what may both be true, then where the sources agree, then what is easily mixed up."""
    notes = Notes(world)
    disputes: list[str] = []
    others: list[str] = []
    for each in world.differences.values():
        shown = render_comparison(each, capitalise(render_difference_heading(each, world)), notes, "d")
        (disputes if each.is_dispute else others).append(shown)
    agreed = [
        render_comparison(each, capitalise(render_agreement_heading(each)), notes, "a")
        for each in world.agreements.values()
    ]
    mix_ups = [render_comparison(each, render_mix_up_heading(each), notes, "m") for each in world.mix_ups.values()]
    body = (
        make_element("p", words.DIFFERENCE_MARKS if disputes or others else words.NO_DIFFERENCES)
        + make_section(words.DISPUTES, disputes)
        + make_section(words.NOT_ALIKE, others)
        + make_section(AGREEMENTS, agreed)
        + make_section(MIX_UPS, mix_ups)
    )
    return Page(DIFFERENCES, words.DIFFERENCES, body + notes.render())
