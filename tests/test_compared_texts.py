"""Texts beside the facts they rest on: what the rules say of one that has been changed, and nothing of ours."""

from collections.abc import Mapping
from pathlib import Path
from random import Random

import msgspec
import pytest

from game.commandline import main
from game.content.claim_rules import RULES as CLAIM_RULES
from game.content.claim_rules import ClaimComparer
from game.content.comparing.bindings import find_loose_values
from game.content.comparing.cases import Case
from game.content.comparing.compare import TEXT_RULES, compare_text, find_text_remarks
from game.content.comparing.fact_sides import Ledger
from game.content.comparing.place_rules import compare_journey, compare_standing
from game.content.comparing.sentences import locate, split_sentences
from game.content.comparing.sourced_rules import SOURCED_RULES
from game.content.comparing.staged_rules import STAGED_RULES
from game.content.comparing.texts import ComparedText, list_texts
from game.content.file_kinds import FactsFile
from game.content.linting import lint_pack
from game.content.load import read_and_check
from game.content.mutating.mutation_run import KINDS, count_shares, run_mutations
from game.content.mutating.record_edits import flip_key
from game.content.mutating.text_edits import TEXT_EDITS, Names
from game.content.pack_documents import PackDocuments
from game.core.paths import shipped
from game.pack.claims.mentions import Mentions
from game.pack.claims.speakers import find_speakers
from game.pack.claims.word_classes import find_roots
from game.pack.world import World
from game.prose.claim_remarks import CLAIM_RULE_TEXTS
from game.prose.text_remarks import TEXT_RULE_TEXTS
from tests.conftest import copy_shipped_pack

MUTATIONS = 304
FLOOR = 0.85
"""Share of false edits that the rules must notice: below what they do, for the pack decides which edits are drawn."""


@pytest.fixture(scope="module")
def pack() -> PackDocuments:
    """The shipped pack, read once."""
    found, _ = read_and_check(shipped("rooms"))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def ledger(pack: PackDocuments) -> Ledger:
    """Its facts."""
    return Ledger(pack)


@pytest.fixture(scope="module")
def texts(pack: PackDocuments) -> Mapping[str, tuple[ComparedText, ...]]:
    """Its texts, by what they belong to."""
    found: dict[str, tuple[ComparedText, ...]] = {}
    for text in list_texts(pack):
        found[text.owner] = (*found.get(text.owner, ()), text)
    return found


def find_rules(ledger: Ledger, text: ComparedText) -> set[str]:
    return {rule for rule, _, _ in compare_text(ledger, text)}


def test_no_text_of_ours_says_more_than_its_facts() -> None:
    linted = lint_pack(shipped("rooms"))
    assert linted.remarks == ()
    assert linted.silenced <= 10


@pytest.mark.parametrize(
    ("owner", "before", "after", "rule"),
    [
        ("armour", "21 carriages", "23 carriages", "T-FIG"),
        ("timetable", "20 hours", "20 days", "T-FIG"),
        ("timetable", "September 2023", "September 2019", "T-FIG"),
        ("lounge-photograph", "Ri Sol Ju", "Kim Yo Jong", "T-NAME"),
        ("fan-card", "Kim Jong Un is known", "Kim Jong Il is known", "T-SUBJ"),
        ("family-founder", "Kim Il Sung, Kim Jong Un’s", "Kim Jong Un, Kim Il Sung’s", "T-ROLE"),
        ("galley", "according to Konstantin Pulikovsky", "according to Georgy Toloraya", "T-ATTR"),
        ("train-model", "khaki green", "khaki violet", "T-COL"),
        ("crystal-ashtray", "her brother", "her uncle", "T-KIN"),
        ("state-album", "a rare look", "a common look", "T-OPP"),
        ("journeys", "rarely travels", "never travels", "T-QUANT"),
        ("family", "is not afraid of flying", "is afraid of flying", "T-NEG"),
        ("film-screen", "has reportedly been", "has been", "T-HEDGE"),
        ("harbour", "a port city", "a port city of Hokkaido", "T-UNKNOWN"),
        ("timetable", "20 hours, says article B.", "20 hours, says article B. Bring slippers.", "T-OURS"),
        ("small-tables-row", "Small wooden tables", "Small wooden tables inlaid with jade", "T-WORD"),
        ("harbour", "Vladivostok is", "In 2001 it took ten days to reach Moscow. Vladivostok is", "T-LINK"),
        ("family-reign", "the journey to Moscow", "the journey to Beijing", "T-PAIR"),
        ("speed", "37 mph without a date in A", "37 mph without a date in B", "D-SIDE"),
        ("galley-delicacies", "Georgy Toloraya recalled that dishes", "Dishes", "B-HEDGE"),
        ("station-clock", "while you read", "at 40 km an hour", "S-FIG"),
        ("station-clock", "while you read", "before Vladimir Putin", "S-NAME"),
        ("station-clock", "while you read", "like a dying man", "S-PERSON"),
        ("station-clock", "It ticks", "The train is khaki green with a distinctive yellow line. It ticks", "S-LINK"),
    ],
)
def test_a_text_that_says_something_else_is_remarked_on(
    ledger: Ledger, texts: Mapping[str, tuple[ComparedText, ...]], owner: str, before: str, after: str, rule: str
) -> None:
    text = next(text for text in texts[owner] if before in text.text)
    assert find_rules(ledger, text) == set()
    assert rule in find_rules(ledger, text._replace(text=text.text.replace(before, after)))


@pytest.mark.parametrize(
    ("fact_id", "before", "after", "rule"),
    [
        ("kim-jong-il-feared-flying", "Kim Jong Il was", "Kim Jong Un was", "C-SUBJ"),
        ("mercedes-price", "JoongAng Ilbo reported", "Yonhap reported", "C-ATTR"),
        ("trip-has-begun", "reported on", "certainly reported on", "C-SURE"),
        ("colour-khaki", "khaki green", "khaki purple", "C-COL"),
        ("kim-yo-jong-sister", "sister", "aunt", "C-KIN"),
        ("sister-accompanies", "often", "always", "C-QUANT"),
        ("il62-unsafe", "too unsafe", "too safe", "C-OPP"),
        ("vladivostok-port", "port city", "port city of Hokkaido", "C-UNKNOWN"),
        ("small-tables", "Small wooden tables", "Small wooden tables with marble tops", "C-WORD"),
    ],
)
def test_a_claim_with_another_word_is_remarked_on(
    pack: PackDocuments, fact_id: str, before: str, after: str, rule: str
) -> None:
    comparer = ClaimComparer(pack)
    facts = {fact.id: fact for file in pack.of(FactsFile).values() for fact in file.facts}
    fact = facts[fact_id]
    assert before in fact.claim
    assert rule not in {found for found, _ in comparer.compare(fact)}
    changed = msgspec.structs.replace(fact, claim=fact.claim.replace(before, after))
    assert rule in {found for found, _ in comparer.compare(changed)}


def test_every_rule_has_its_words_and_says_what_to_do(ledger: Ledger) -> None:
    found = {*SOURCED_RULES, *STAGED_RULES, "B-HEDGE", "J-WHEN", "J-MEANS", "R-STANDING"}
    assert set(TEXT_RULES) == found == set(TEXT_RULE_TEXTS)
    assert set(CLAIM_RULES) == set(CLAIM_RULE_TEXTS)


def test_a_journey_agrees_with_its_facts(tour: World, ledger: Ledger) -> None:
    places = {place.id: place.name for place in tour.tour.places}
    moscow, *_ = tour.tour.journeys
    assert list(compare_journey(moscow, places, ledger)) == []
    for change, rule in (
        ({"when": "2003"}, "J-WHEN"),
        ({"means": "plane"}, "J-MEANS"),
        ({"means": "on foot"}, "J-MEANS"),
        ({"means": "balloon"}, "J-MEANS"),
        ({"stops": ("pyongyang", "singapore")}, "J-MEANS"),
        ({"who": ("kim-jong-il", "trump")}, "J-MEANS"),
    ):
        changed = msgspec.structs.replace(moscow, **change)
        assert [found for found, _, _ in compare_journey(changed, places, ledger)] == [rule], change


def test_a_plaque_begins_with_the_standing_of_its_room(tour: World) -> None:
    dining = tour.rooms["dining"]
    assert compare_standing(dining) == ""
    assert "its plaque does not begin" in compare_standing(msgspec.structs.replace(dining, standing="staged"))
    bare = msgspec.structs.replace(dining.plaque, facts=(), staged=True)
    assert "lists no fact" in compare_standing(msgspec.structs.replace(dining, plaque=bare))


def test_a_remark_stands_where_its_sentence_does(pack: PackDocuments) -> None:
    document = pack.documents["00-pyongyang.yaml"]
    text = next(text for text in list_texts(pack) if text.owner == "timetable" and "50 km/h" in text.text)
    sentence = split_sentences(text.text)[-1].text
    line, column = locate(document, text.path, sentence)
    there = document.text.splitlines()[line - 1][column - 1 :]
    assert sentence.startswith(there.split()[0])
    assert locate(document, text.path, "No such sentence stands in it.") == document.mark(text.path)


@pytest.mark.parametrize("is_given", [True, False])
def test_a_remark_on_a_text_is_ignored_for_a_reason(tmp_path: Path, is_given: bool) -> None:
    spoilt = tmp_path / "pack"
    copy_shipped_pack(spoilt)
    room = spoilt / "00-pyongyang.yaml"
    before = "        facts: [journey-20-hours, speed-50-kmh]\n"
    comment = "        # lint: ignore=T-FIG for the test\n" if is_given else ""
    text = room.read_text(encoding="utf-8").replace("2023 takes 20 hours", "2023 takes 22 hours")
    assert before in text
    room.write_text(text.replace(before, before + comment, 1), encoding="utf-8")
    linted = lint_pack(spoilt)
    assert [remark.rule for remark in linted.remarks] == ([] if is_given else ["T-FIG"])
    assert linted.silenced - lint_pack(shipped("rooms")).silenced == is_given


def test_what_the_tour_counts_as_its_own_needs_no_source(
    ledger: Ledger, texts: Mapping[str, tuple[ComparedText, ...]]
) -> None:
    text = next(text for text in texts["small-tables-row"] if "wooden" in text.text)
    velvet = text._replace(text=text.text.replace("wooden", "wooden velvet"))
    assert find_rules(ledger, velvet) == {"T-WORD"}
    ledger_with = Ledger.__new__(Ledger)
    ledger_with.__dict__ = {**ledger.__dict__, "own_words": ledger.own_words | find_roots({"velvet"})}
    assert find_rules(ledger_with, velvet) == set()


def test_values_of_one_clause_belong_together(ledger: Ledger, texts: Mapping[str, tuple[ComparedText, ...]]) -> None:
    text = next(text for text in texts["family-reign"] if text.role == "because")
    for said, is_loose in (("Xi Jinping was met in Dalian.", False), ("Xi Jinping was met in Moscow.", True)):
        sentences = split_sentences(said)
        found = list(find_loose_values(Case(ledger, text._replace(text=said), sentences, 0)))
        assert bool(found) is is_loose, said


def test_whom_a_text_lets_speak(ledger: Ledger) -> None:
    mentions = Mentions(ledger.entities.values())
    told = (
        "Georgy Toloraya recalled it; by Konstantin Pulikovsky’s account, and according to Reuters, Kim Jong Un smiled."
    )
    assert set(find_speakers(told, mentions)) == {"toloraya", "pulikovsky", "reuters"}


def test_sentences_end_where_they_do() -> None:
    text = "Released on Jan. 5, 2021. “Late,” it says. 37 mph! And then?"
    assert [sentence.text for sentence in split_sentences(text)] == [
        "Released on Jan. 5, 2021.",
        "“Late,” it says.",
        "37 mph!",
        "And then?",
    ]


def test_false_edits_are_noticed() -> None:
    mutations = run_mutations(shipped("rooms"), MUTATIONS, seed=20261127)
    shares = count_shares(mutations)
    assert set(shares) == set(KINDS)
    assert all(each.before != each.after for each in mutations)
    noticed = sum(share.found for share in shares.values()) / sum(share.made for share in shares.values())
    assert noticed >= FLOOR, shares


def test_the_same_seed_makes_the_same_edits() -> None:
    one, other, third = (run_mutations(shipped("rooms"), 19, seed) for seed in (7, 7, 8))
    assert one == other
    assert one != third


@pytest.mark.parametrize("kind", TEXT_EDITS)
def test_an_edit_makes_another_text_or_none(kind: str) -> None:
    names = Names(("Kim Jong Un", "Kim Jong Il", "Xi Jinping"), ("Reuters", "KCNA"), ("Beijing", "Moscow"))
    text = (
        "In 2001 Kim Jong Il’s sister reportedly told Xi Jinping of ten red chairs, says article A. "
        "He is often in Beijing, and not afraid, at 37 mph. Reuters has it."
    )
    edits = {TEXT_EDITS[kind](text, Random(seed), names) for seed in range(20)} - {""}
    assert edits
    assert text not in edits
    # Invented sentences need nothing to hold on to.
    if kind not in ("detail", "staged claim"):
        assert TEXT_EDITS[kind]("Plain.", Random(1), names) in ("", "Plain.")


def test_a_key_is_flipped_where_its_kind_has_one(tour: World) -> None:
    kinds = {type(item).__name__: item for room in tour.rooms.values() for item in room.items}
    flipped = {name for name, item in kinds.items() if (new := flip_key(item, Random(1))) and new != item}
    assert {"Choice", "TrueFalse", "Number", "Order", "WhichSource"} <= flipped


def test_check_prints_the_shares_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["check", "--mutate", "19", "--seed", "3", "--unnoticed"]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {kind} " in shown for kind in KINDS)
    assert "(seed 3)" in shown
    assert "Out of reach" in shown


def test_check_counts_what_is_ignored(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["check"]) == 0
    assert "2 remarks on claims and texts ignored with a reason." in capsys.readouterr().out


def test_a_pack_that_cannot_be_played_is_not_edited(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["check", str(tmp_path), "--mutate", "3"]) == 2
    assert "tour.yaml" in capsys.readouterr().out


def test_texts_are_not_compared_without_maps(pack: PackDocuments) -> None:
    raw = {name: (shipped("rooms") / name).read_bytes() for name in pack.documents}
    raw["sources.yaml"] = b"\n".join(
        line
        for line in raw["sources.yaml"].splitlines()
        if b"sentences:" not in line and not line.startswith(b"          - {")
    )
    raw["05-moscow.yaml"] = raw["05-moscow.yaml"].replace(b"In 2001 it reportedly", b"In 2003 it")
    assert list(find_text_remarks(PackDocuments(Path("pack"), raw))) == []


@pytest.mark.parametrize(
    ("means", "claim", "is_told"),
    [
        ("on foot", "In 1911 they walked to Moscow.", True),
        ("ship", "In 1911 they sailed to Moscow.", True),
        ("camel", "In 1911 they rode a camel to Moscow.", True),
        ("camel", "In 1911 they rode a horse to Moscow.", False),
        ("not told", "In 1911 they rode a horse to Moscow.", True),
    ],
)
def test_a_journey_is_made_by_any_means_that_a_fact_tells(
    means: str, claim: str, is_told: bool, tour: World, ledger: Ledger
) -> None:
    journey = tour.tour.journeys[0]
    fact = msgspec.structs.replace(tour.facts[journey.facts[0]], claim=claim, of="")
    changed = msgspec.structs.replace(journey, means=means, facts=(fact.id,), who=(), when="1911")
    places = {place.id: place.name for place in tour.tour.places}
    found = [field for _, field, _ in compare_journey(changed, places, ledger.with_fact(fact))]
    assert (("means",) not in found) == is_told
