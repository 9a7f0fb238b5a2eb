"""Compares a pack with the articles themselves, if the author has them: hashes, terms, copied words.

The text of the articles is not kept, because we may not publish it.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from game.content.documents import KeyOf, ValuePath
from game.content.file_kinds import FactsFile, SourcesFile
from game.content.pack_documents import PackDocuments
from game.content.problems import Problem
from game.content.scan import digest_paragraph, list_paragraph_lines
from game.content.sentence_maps import map_sentences
from game.core.disk import Unusable, read_text
from game.pack.ledger import Source
from game.prose import ledger_problems as problems

COPIED_RUN_WORDS = 8
"""From this number of consecutive words shared with an article on, a text counts as copied."""

_WORD = re.compile(r"[a-z0-9$]+")
_QUOTES = str.maketrans("’‘“”", "''\"\"")


def check_against_articles(pack: PackDocuments, folder: Path) -> None:
    """Add to the pack's documents a problem for everything that does not agree with the articles in a folder."""
    articles: dict[Path, list[str]] = {}
    for path in sorted(folder.glob("*.txt")):
        text = read_text(path)
        if isinstance(text, Unusable):
            _blame(pack, str(path), problems.describe_unreadable_articles(text.detail or text.why))
            return
        articles[path] = list_paragraph_lines(text)
    if not articles:
        _blame(pack, str(folder), problems.describe_no_articles())
        return
    paragraphs = _match_articles(pack, articles)
    _check_terms(pack, paragraphs)
    ours = _list_licensed(pack)
    _check_copies(pack, [line for lines in articles.values() for line in lines if digest_paragraph(line) not in ours])


def fold_for_terms(text: str) -> str:
    """A text in the form in which terms are searched: folded, quotes straight, spaces single."""
    return " ".join(text.translate(_QUOTES).casefold().split())


def _blame(pack: PackDocuments, path: str, message: str) -> None:
    # The folder of articles is not a file of the pack. So any document may hold the problem, which has its own path.
    document = next(iter(pack.documents.values()))
    document.problems.append(Problem(path, 1, 1, "", message))


def _match_articles(pack: PackDocuments, articles: Mapping[Path, list[str]]) -> dict[str, str]:
    """Cite -> paragraph, of every source whose article is there; paragraphs that differ are blamed."""
    found: dict[str, str] = {}
    for name, file in pack.of(SourcesFile).items():
        for index, source in enumerate(file.sources):
            lines = max(articles.values(), key=lambda lines, source=source: _count_shared_paragraphs(source, lines))  # type: ignore[misc]
            # Half, not all: an article with one edited paragraph must not be reported as missing, only the paragraph.
            if _count_shared_paragraphs(source, lines) * 2 < len(source.paragraphs):
                message = problems.describe_no_article_of(source.id)
                pack.documents[name].add(("sources", index, "id"), message)
                continue
            for place, paragraph in enumerate(source.paragraphs):
                path: ValuePath = ("sources", index, "paragraphs", place, "hash")
                line = lines[place] if place < len(lines) else ""
                if digest_paragraph(line) != paragraph.hash:
                    pack.documents[name].add(path, problems.describe_changed_paragraph(paragraph.number, source.id))
                elif paragraph.sentences and paragraph.sentences != map_sentences(line):
                    path = ("sources", index, "paragraphs", place, "sentences")
                    pack.documents[name].add(path, problems.describe_untrue_map(paragraph.number, source.id))
                found[f"{source.id}¶{paragraph.number}"] = line
            if len(lines) > len(source.paragraphs):
                message = problems.describe_paragraph_counts(len(lines), source.id, len(source.paragraphs))
                pack.documents[name].add(("sources", index, "paragraphs"), message)
    return found


def _count_shared_paragraphs(source: Source, lines: list[str]) -> int:
    hashes = {digest_paragraph(line) for line in lines}
    return sum(paragraph.hash in hashes for paragraph in source.paragraphs)


def _check_terms(pack: PackDocuments, paragraphs: Mapping[str, str]) -> None:
    for name, file in pack.of(FactsFile).items():
        for index, fact in enumerate(file.facts):
            cited = [fold_for_terms(paragraphs[cite]) for cite in fact.cites if cite in paragraphs]
            for place, term in enumerate(fact.terms):
                if cited and not any(fold_for_terms(term) in text for text in cited):
                    message = problems.describe_absent_term(term, fact.cites)
                    pack.documents[name].add(("facts", index, "terms", place), message)


def _list_licensed(pack: PackDocuments) -> frozenset[str]:
    """Hashes of the paragraphs that the pack may copy: its makers wrote them, or have permission."""
    sources = (source for file in pack.of(SourcesFile).values() for source in file.sources if source.licence)
    return frozenset(paragraph.hash for source in sources for paragraph in source.paragraphs)


def _check_copies(pack: PackDocuments, lines: list[str]) -> None:
    runs = {run for line in lines for run in _list_runs(_split_words(line))}
    for name, document in pack.documents.items():
        # sources.yaml holds figures and names of the articles on purpose; they are data, not sentences.
        if name == "sources.yaml" or document.root is None:
            continue
        for path, text in _list_scalars(document.root, ()):
            run = next((run for run in _list_runs(_split_words(text)) if run in runs), None)
            if run:
                document.add(path, problems.describe_copied_words(run))


def _split_words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().translate(_QUOTES).replace("'", ""))


def _list_runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + COPIED_RUN_WORDS]) for start in range(len(words) - COPIED_RUN_WORDS + 1))


def _list_scalars(node: Node, path: ValuePath) -> Iterator[tuple[ValuePath, str]]:
    if isinstance(node, ScalarNode):
        yield path, node.value
    elif isinstance(node, SequenceNode):
        for index, child in enumerate(node.value):
            yield from _list_scalars(child, (*path, index))
    elif isinstance(node, MappingNode):
        for key, child in node.value:
            # In the short forms a key can be a name or a topic, so it can be copied as well.
            yield (*path, KeyOf(key.value)), str(key.value)
            yield from _list_scalars(child, (*path, key.value))
