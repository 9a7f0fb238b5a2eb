"""Rules that compare every answer with the cited facts: they must support the key, and every wrong answer less."""

from collections.abc import Iterator

from game.pack.kinds import Item, describe_form, describe_response, find_key, list_rivals, show
from game.pack.kinds.parts import Proved, Rival
from game.quiz.lint.fact_gists import FactGists
from game.quiz.lint.finding_codes import KeyCode
from game.quiz.lint.findings import KeyFinding
from game.quiz.lint.second_proofs import find_other_source, find_second_proof
from game.quiz.lint.weighing import Asked, Weigher

MIN_WEIGHT = 0.4
"""Below this weight, the facts contain hardly a word of the key."""

MIN_LEAD = 0.02
"""The key must weigh at least this much more than each wrong answer. A smaller difference counts as none."""


def check_answers(item: Item, gists: FactGists) -> Iterator[KeyFinding]:
    """Compare the key of an item with its facts, and each wrong answer with both."""
    rivals = list_rivals(item)
    if not rivals.keys:
        return
    weigher = Weigher(gists)
    asked = weigher.ask(item, [rival.text for rival in rivals.all])
    unit = f" {describe_form(item).unit}" if rivals.tolerance else ""
    weights = {rival: weigher.weigh(asked, rival.text + unit) for rival in rivals.all}
    for key in rivals.keys:
        if weights[key] < MIN_WEIGHT:
            yield KeyFinding("Q-KEY", item.id, key.field, "not borne out", (key.text, *_list_ids(asked)))
    for wrong in rivals.wrong:
        yield from _check_wrong(item, wrong, rivals.keys, weights)
        if second := find_second_proof(item, asked, wrong.text + unit, rivals.keys[0].text + unit, weigher, gists):
            yield KeyFinding("Q-TWO", item.id, wrong.field, "second right answer", (wrong.text, second))
        elif other := find_other_source(item, asked, wrong.text + unit, weigher, gists):
            yield KeyFinding("Q-TWO", item.id, wrong.field, "other source says", (wrong.text, other))
    yield from _check_proof(item, asked, weigher, gists)


def _list_ids(asked: Asked) -> list[str]:
    return [fact.id for fact in asked.facts]


def _check_wrong(
    item: Item, wrong: Rival, keys: tuple[Rival, ...], weights: dict[Rival, float]
) -> Iterator[KeyFinding]:
    """Report a wrong answer that the facts support as much as a key, or more."""
    for key in keys:
        if weights[wrong] > weights[key] - MIN_LEAD:
            is_nearer = weights[wrong] > weights[key] + MIN_LEAD
            code: KeyCode = "wrong is nearer" if is_nearer else "wrong as near"
            yield KeyFinding("Q-LEAN", item.id, wrong.field, code, (wrong.text, key.text))
            return


def _check_proof(item: Item, asked: Asked, weigher: Weigher, gists: FactGists) -> Iterator[KeyFinding]:
    """Report another fact that proves the key as well as the one said to prove it."""
    world = gists.world
    key = describe_response(item, find_key(item, world))
    if not isinstance(key, Proved):
        return
    weights = {
        fact_id: weigher.weigh_by(world.facts[fact_id], asked, key.text)
        for fact_id in show(item, world, 0, is_shuffled=False).reasons
    }
    for fact_id, weight in weights.items():
        if fact_id != key.fact_id and weight > weights[key.fact_id] - MIN_LEAD:
            yield KeyFinding("Q-PROOF", item.id, ("facts", 0), "other proof", (key.fact_id, fact_id))
