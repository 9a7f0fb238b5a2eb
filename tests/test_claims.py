"""Claims beside their paragraphs: what is read out of a claim, and what the rules say of one that has been changed."""

import re
import shutil
from pathlib import Path

import msgspec
import pytest
import yaml

from game.commandline import main
from game.content.claim_rules import RULES, ClaimComparer, find_claim_remarks
from game.content.file_kinds import FactsFile
from game.content.linting import lint_pack
from game.content.load import load, read_and_check
from game.content.pack_documents import PackDocuments
from game.content.scan import scan_article
from game.core.paths import shipped
from game.pack.claims.fact_reading import derive_strength
from game.pack.claims.figures import find_figures, is_figure_supported
from game.pack.claims.question_words import list_question_words
from game.pack.claims.signature import sign_fact
from game.pack.claims.timespans import find_dates, is_date_supported, make_interval
from game.pack.claims.wording import find_denied, find_hedges, find_polarity
from game.pack.world import World
from game.prose.reading_lines import render_signature
from tests.conftest import TINY, copy_shipped_pack

LEANING = re.compile(
    r"^(?:He|She|It|They|His|Her|Its|Their|In another|At that|On that|On those|The same|The other|Another it)\b"
    r"|\b(?:that|those) (?:summit|journey|trip|ride|picture|pictures|photographs|years|delegation|report|talks)\b"
)
"""How a claim begins, or names a thing, that can be understood only after its neighbour."""


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It took 10 days at 50km/h (31mph).", ("10 day", "50 km/h", "31 mph")),
        ("A 39-year-old with a 21-carriage train", ("39 year", "21 carriage")),
        ("It cost $1.8m, or roughly 2 billion Korean won.", ("1800000 dollar", "2000000000 won")),
        ("On 5 January 2021, in 2019 and in the early 2000s", ()),
        ("The Il-62, the AN-148 and flight PRK-615 of COVID-19", ()),
        ("twenty-one carriages, one of them white", ("21 carriage",)),
    ],
)
def test_figures_have_one_form_with_their_unit(text: str, figures: tuple[str, ...]) -> None:
    assert find_figures(text) == figures


@pytest.mark.parametrize(("figure", "told", "is_told"), [("10 day", "10 hour", False), ("39", "39 year", True)])
def test_a_figure_needs_its_unit_in_the_source(figure: str, told: str, is_told: bool) -> None:
    assert is_figure_supported(figure, (told,)) is is_told


def test_dates_are_as_exact_as_they_are_told() -> None:
    text = (
        "Released on September 12, 2023; seen in May 2018, on Jan. 5, 2021, on 15 June, in the 1990s. It may be 1994."
    )
    assert [date.when for date in find_dates(text)] == [
        "2023-09-12", "2018-05", "2021-01-05", "--06-15", "1990/1999", "1994",
    ]  # fmt: skip


def test_a_text_may_be_less_exact_than_its_source_and_never_more() -> None:
    assert is_date_supported("2018", ("2018-03-05",))
    assert not is_date_supported("2018-03", ("2018",))
    assert not is_date_supported("2018-03", ("2018-05",))
    assert is_date_supported("--06-15", ("2000-06-15",))
    assert make_interval("2000/2003") == ("2000-01-01", "2003-12-31")


def test_words_that_hedge_are_found_and_the_month_of_may_is_none() -> None:
    assert [hedge.word for hedge in find_hedges("In May 2018 it reportedly may have looked so in footage.")] == [
        "reportedly", "may", "looked", "footage",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "polarity"),
    [
        ("Kim Jong Un is not afraid of flying.", "no"),
        ("Where the TV is now is not clear.", "not told"),
        ("Article A gives no year for it.", "not told"),
        ("Kim Jong Un is not known for skimping.", "no"),
        ("At home, and not only abroad, he takes the train.", "yes"),
        ("Footage without a date shows a carriage.", "yes"),
    ],
)
def test_a_claim_affirms_denies_or_leaves_open(claim: str, polarity: str) -> None:
    assert find_polarity(claim) == polarity


def test_what_stands_behind_a_negation_is_denied() -> None:
    assert find_denied("The design doesn't seem to have changed, and it's not clear why.") == ("seem", "clear")


def test_every_claim_of_the_pack_can_be_read_alone(tour: World) -> None:
    assert [fact.id for fact in tour.facts.values() if LEANING.search(fact.claim)] == []


def test_every_fact_says_what_it_tells_of_what(tour: World) -> None:
    assert [fact.id for fact in tour.facts.values() if not fact.of] == []


def test_every_attribute_of_the_tour_is_told_of_something(tour: World) -> None:
    told = {fact.of.partition(".")[2] for fact in tour.facts.values()}
    assert set(tour.tour.attributes) - told == set()


def test_strength_follows_from_claim_and_speaker_but_for_a_few(tour: World) -> None:
    """Where it does not, the word is the matter of the claim, or the speaker himself is unsure."""
    others = {fact.id for fact in tour.facts.values() if derive_strength(fact) != fact.strength}
    assert others == {"french-wine-undated", "toloraya-2019", "prk-615-meaning", "homegrown-in-quotes"}


def test_what_belongs_to_the_elders_time_is_known_as_his(tour: World) -> None:
    readings = tour.readings
    for fact_id in (
        "bordeaux",
        "live-lobsters",
        "power-cut",
        "five-cuisines-memoir",
        "famine-years",
        "moscow-ten-days",
    ):
        assert readings[fact_id].reign == "kim-jong-il", fact_id
    for fact_id in ("restaurant-wines", "stock-unclear", "desk-in-mausoleum", "design-little-changed", "swiss-cheese"):
        assert readings[fact_id].reign == "", fact_id


def test_a_reading_has_figures_dates_names_and_hedges(tour: World) -> None:
    reading = tour.readings["moscow-ten-days"]
    assert reading.figures == ("10 day",)
    assert reading.dates == ("2001",)
    assert reading.names == ("kim-jong-il", "moscow")
    assert reading.hedges == ("reportedly",)


def test_the_shipped_claims_say_no_more_than_their_paragraphs() -> None:
    assert [str(remark) for remark in lint_pack(shipped("rooms")).remarks] == []


def test_no_start_of_the_game_decodes_the_maps_of_sentences(tour: World) -> None:
    assert not any(paragraph.sentences for source in tour.sources.values() for paragraph in source.paragraphs)


def test_a_map_of_an_article_holds_none_of_its_words_but_those_of_reference_and_hedge() -> None:
    (paragraph,) = scan_article("Reportedly the lantern of Marlow was not green, said his uncle.\n")
    (sentence,) = paragraph.sentences
    written = str(sentence)
    assert not any(word in written for word in ("lantern", "green", "Marlow"))
    assert sentence.hedges == ("reportedly", "said")
    assert sentence.refers == ("his", "uncle")
    assert len(sentence.denied.split()) == 1


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    """The shipped pack, to be changed."""
    return copy_shipped_pack(tmp_path / "pack")


@pytest.mark.parametrize(
    ("file", "before", "after", "rules"),
    [
        ("train", "averages just 37 mph", "averages just 47 mph", "C-FIG"),
        ("train", "averages just 37 mph", "averages just 37 km/h", "C-FIG"),
        ("elder-journeys", "took Kim Jong Il ten days", "took Kim Jong Il twelve days", "C-FIG"),
        ("elder-journeys", "In 2001 it reportedly", "In 2003 it reportedly", "C-WHEN"),
        ("journeys", "ride to Vietnam in February 2019 was", "ride to Vietnam in March 2019 was", "C-WHEN"),
        ("people", 'when: "1994/2011"', 'when: "1993/2011"', "C-WHEN"),
        ("people", "Kim Jong Il died in 2011", "Kim Yo Jong died in 2011", "C-NAME C-SUBJ C-UNKNOWN"),
        ("motorcade", "manufactured in 2010, JoongAng Ilbo", "manufactured in 2010, Yonhap", "C-NAME C-ATTR C-UNKNOWN"),
        ("food-and-drink", "Kim Jong Un reportedly enjoys Swiss", "Kim Jong Un enjoys Swiss", "C-HEDGE"),
        (
            "wonsan",
            "suggested that Kim Jong Un was alive and staying",
            "showed Kim Jong Un alive and staying",
            "C-HEDGE",
        ),
        ("people", "Kim Jong Un attended school", "Kim Jong Un likely attended school", "C-STRENGTH"),
        ("people", "Kim Jong Un is not afraid of flying", "Kim Jong Un is afraid of flying", "C-NEG"),
        ("people", "Kim Jong Il was afraid of aeroplanes", "Kim Jong Il was never at ease in aeroplanes", ""),
        ("train", "cites: [A¶10]\n    of: train.number", "cites: [A¶12]\n    of: train.number", "C-FIG C-TERM"),
        ("galley", "cites: [B¶15]\n    of: toloraya.role", "cites: [B¶14]\n    of: toloraya.role", "C-NAME C-TERM"),
        ("motorcade", "strength: photo\n    said_by: AFP", "strength: stated\n    said_by: AFP", "C-STRENGTH"),
        ("galley", "Article B does not say where", "Article B says where", "C-NEG"),
        ("planes", "Ilyushin Il-62, the Chammae-1, is white", "Ilyushin Il-62, the Chammae-1, is not white", "C-NEG"),
    ],
)
def test_a_claim_that_says_something_else_is_remarked_on(file: str, before: str, after: str, rules: str) -> None:
    facts = f"facts/{file}.yaml"
    raw = {name: (shipped("rooms") / name).read_bytes() for name in ("sources.yaml", "entities.yaml", facts)}
    assert before.encode() in raw[facts]
    # Comments are not asked here, so what a comment ignores is there before the change.
    known = {remark.rule for remark in find_claim_remarks(PackDocuments(Path("pack"), dict(raw)))}
    raw[facts] = raw[facts].replace(before.encode(), after.encode(), 1)
    remarks = list(find_claim_remarks(PackDocuments(Path("pack"), raw)))
    assert {remark.rule for remark in remarks} - known == set(rules.split())
    assert all(remark.document.mark(remark.path)[0] > 1 for remark in remarks)


def test_a_sentence_hedged_by_its_source_is_not_stated(spoilt: Path) -> None:
    facts = spoilt / "facts" / "journey-2023.yaml"
    text = facts.read_text(encoding="utf-8").replace("Putin will likely be after a", "Putin will be seeking a")
    facts.write_text(text.replace("strength: speculated", "strength: stated", 1), encoding="utf-8")
    (remark,) = (remark for remark in lint_pack(spoilt).remarks if remark.rule in RULES)
    assert remark.rule == "C-STRENGTH"
    assert "likely" in remark.text
    assert re.search(r"facts.journey-2023\.yaml:[0-9]+:[0-9]+: C-STRENGTH weapons-deal-likely: ", str(remark))


def test_a_remark_is_ignored_for_a_reason_and_counted(spoilt: Path) -> None:
    facts = spoilt / "facts" / "train.yaml"
    text = facts.read_text(encoding="utf-8").replace("averages just 37 mph", "averages just 47 mph")
    before = lint_pack(shipped("rooms")).ignored
    reason = "  - id: average-37\n    # lint: ignore=C-FIG for the test\n"
    facts.write_text(text.replace("  - id: average-37\n", reason), encoding="utf-8")
    linted = lint_pack(spoilt)
    # The texts that tell this fact are compared with it, and have kept the right figure.
    assert {remark.rule for remark in linted.remarks}.isdisjoint(RULES)
    assert linted.ignored == before + 1


def test_a_comment_that_ignores_no_remark_is_told(spoilt: Path) -> None:
    facts = spoilt / "facts" / "train.yaml"
    text = facts.read_text(encoding="utf-8")
    idle = "  - id: average-37\n    # lint: ignore=C-FIG for the test\n"
    facts.write_text(text.replace("  - id: average-37\n", idle), encoding="utf-8")
    assert any("no C-FIG here to ignore" in str(placed) for placed in lint_pack(spoilt).found)


def test_a_pack_without_maps_of_sentences_is_not_compared(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    sources = yaml.safe_load((pack / "sources.yaml").read_text(encoding="utf-8"))
    assert not any("sentences" in paragraph for source in sources["sources"] for paragraph in source["paragraphs"])
    assert load(pack).world is not None
    assert lint_pack(pack).remarks == ()


@pytest.mark.parametrize(
    ("fact_id", "asked"),
    [
        ("average-37", {"how much"}),
        ("moscow-ten-days", {"how much", "when", "where", "who"}),
        ("power-cut-why", {"why"}),
        ("kim-jong-un-not-afraid", {"whether"}),
        ("overshot-carpet", {"when", "who", "who says so"}),
    ],
)
def test_a_fact_answers_what_its_claim_holds(tour: World, fact_id: str, asked: set[str]) -> None:
    fact = tour.facts[fact_id]
    assert asked <= set(list_question_words(fact, tour.readings[fact_id], tour.entities, tour.tour.attributes))


def test_a_fact_is_shown_with_what_is_read_out_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["ledger", "show", "moscow-ten-days", "prk-615-meaning"]) == 0
    shown = capsys.readouterr().out
    assert "moscow-ten-days: In 2001 it reportedly took Kim Jong Il ten days to reach Moscow." in shown
    assert "of        Moscow (Kim Jong Il), 2001: duration, answered by: number" in shown
    assert "figures   10 day" in shown
    assert "dates     2001 (2001-01-01 to 2001-12-31)" in shown
    assert "time of   Kim Jong Il" in shown
    assert "strength  speculated; by claim and speaker reported" in shown


def test_all_facts_are_shown_when_none_is_named(tour: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["ledger", "show"]) == 0
    shown = capsys.readouterr().out
    assert all(f"{fact_id}: " in shown for fact_id in tour.facts)


def test_an_unknown_fact_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["ledger", "show", "average-37", "averag-37"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "no fact called 'averag-37'. Did you mean 'average-37'?" in told.err


def test_a_signature_holds_for_what_was_read_and_for_nothing_else(tour: World, tmp_path: Path) -> None:
    fact = tour.facts["colour-khaki"]
    hashes = {f"{s.id}¶{p.number}": p.hash for s in tour.sources.values() for p in s.paragraphs}
    cited = [hashes[cite] for cite in fact.cites]
    signature = sign_fact(fact, cited)
    assert sign_fact(msgspec.structs.replace(fact, terms=()), cited) == signature
    changes = {"claim": "The train is green.", "of": "train.look", "strength": "reported", "cites": ("A¶11",)}
    for name, value in changes.items():
        assert sign_fact(msgspec.structs.replace(fact, **{name: value}), cited) != signature
    assert sign_fact(fact, ["0" * 16]) != signature
    assert list(render_signature(fact, tour))[1] == f"  read: {signature}"
    (signed,) = render_signature(msgspec.structs.replace(fact, read=signature), tour)
    assert signed.endswith("] signed")


@pytest.mark.parametrize(("given", "is_found"), [("right", False), ("00000000", True)])
def test_a_signature_of_something_else_is_remarked_on(tour: World, given: str, *, is_found: bool) -> None:
    pack, _ = read_and_check(shipped("rooms"))
    assert pack is not None
    comparer = ClaimComparer(pack)
    fact = next(fact for file in pack.of(FactsFile).values() for fact in file.facts if fact.id == "colour-khaki")
    hashes = {f"{s.id}¶{p.number}": p.hash for s in tour.sources.values() for p in s.paragraphs}
    signature = sign_fact(fact, (hashes[cite] for cite in fact.cites)) if given == "right" else given
    found = {rule for rule, _ in comparer.compare(msgspec.structs.replace(fact, read=signature))}
    assert ("C-READ" in found) == is_found
