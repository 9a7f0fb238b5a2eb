"""What can be wrong with sources, facts and differences of a pack, in words for its author."""

from collections.abc import Sequence


def describe_paragraph_order(expected: int) -> str:
    """A paragraph with a number out of order."""
    return f"expected {expected}: paragraphs are numbered in order from 1"


def describe_no_speaker() -> str:
    """A reported fact without the one who said it."""
    return "a reported fact needs said_by: whose word it is"


def describe_unknown_cite(cite: str) -> str:
    """A cite of a paragraph that no source has."""
    return f"no source has a paragraph {cite}"


def describe_one_sided_difference(other: str, fact_id: str) -> str:
    """Two facts of which only one says that they differ."""
    return f"{other!r} does not say that it differs from {fact_id!r}"


def describe_id_of_entity(found: str) -> str:
    """A journey with the id of an entity."""
    return f"an entity is called {found!r} already; facts tell of journeys and entities by their ids"


def describe_place_in_itself(found: str) -> str:
    """A place that lies in itself, over other places or at once."""
    return f"{found!r} lies in itself"


def describe_needless_judgement(kind: str) -> str:
    """A judgement on a difference whose kind says it already."""
    return f"judge stands only with the kind one-source; the kind {kind} says it already"


def describe_fact_on_two_sides(fact_id: str) -> str:
    """A fact that stands on two sides of one comparison."""
    return f"{fact_id!r} stands on another side already; two notes are compared, so the sides share none"


def describe_gloss_without_facts() -> str:
    """An entity that lists no facts, and whose gloss tells none."""
    return "expected facts that bear out the gloss, found none; which they are cannot be told from its words alone"


def describe_hidden_side() -> str:
    """A side of a difference that no passage shows."""
    return "no passage shows this side of the difference"


def describe_hidden_fact(fact_id: str) -> str:
    """A fact that no passage rests on."""
    return f"no passage of the tour rests on {fact_id!r}"


def describe_unasked_facts(unasked: int, facts: int, first: str) -> str:
    """Most facts are asked by no question."""
    return f"no question asks for {unasked} of {facts} facts, the first of them {first!r}"


def describe_unasked_fact(fact_id: str) -> str:
    """A fact that no question asks for."""
    return f"no question asks for {fact_id!r}"


def describe_uncited_paragraph(source_id: str, number: int) -> str:
    """A paragraph that no fact cites and that nobody has said to be unused."""
    return f"no fact cites {source_id}¶{number}; say why with unused: or write the fact"


def describe_unreadable_articles(why: object) -> str:
    """Articles that could not be read."""
    return f"the articles cannot be read: {why}"


def describe_no_articles() -> str:
    """A folder of articles without any."""
    return "expected articles as *.txt in this folder, found none"


def describe_no_article_of(source_id: str) -> str:
    """A source whose article is not in the folder."""
    return f"no article in the folder is the one that was scanned as {source_id}"


def describe_changed_paragraph(number: int, source_id: str) -> str:
    """A paragraph that is not what it was when it was scanned."""
    return f"paragraph {number} of {source_id} is not the one scanned"


def describe_untrue_map(number: int, source_id: str) -> str:
    """A paragraph whose map of sentences is not what a scan writes."""
    return f"the map of the sentences of paragraph {number} of {source_id} is not what carriages sources scan writes"


def describe_paragraph_counts(in_article: int, source_id: str, in_map: int) -> str:
    """An article with more paragraphs than its map."""
    return f"the article has {in_article} paragraphs, the map of {source_id} {in_map}"


def describe_absent_term(term: str, cites: Sequence[str]) -> str:
    """A term that none of the cited paragraphs has."""
    return f"{term!r} stands in none of {', '.join(cites)}"


# It quotes the run of words: without it an author would have to compare two texts to find it.
def describe_copied_words(words: Sequence[str]) -> str:
    """A run of words that an article has, too."""
    return f"copied from an article: “{' '.join(words)}”; say it in other words"
