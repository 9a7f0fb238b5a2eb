"""The desk on which an author decides, entry by entry: what waits, which keys decide it, and how it is taken back."""

from collections.abc import Iterator

from game.content.deciding.accepting import Dialogue, accept
from game.content.deciding.decisions import Decision, WrittenDecision, take_back, write_decision
from game.content.deciding.refusing import refuse
from game.content.deciding.waiting import Waiting, find_sentence, find_waiting, list_cited
from game.content.file_kinds import FactsFile
from game.content.pack_documents import PackDocuments
from game.pack.ledger import Difference, Entity, Fact
from game.prose import deciding_lines as words

DRAFT_KEYS = frozenset("cerpz")
SIGNING_KEYS = frozenset("cpz")
"""Fewer, so that east and the like are free for the walk once no draft is left."""


class DecidingDesk:
    """What waits in one pack, and the dialogue about it."""

    def __init__(self) -> None:
        self.told = ""
        """What is said of the last line, until the next one is typed."""
        self.question = ""
        """What is asked; empty when a key is waited for."""
        self._pack: PackDocuments | None = None
        self._waiting: Waiting | None = None
        self._dialogue: tuple[PackDocuments, Dialogue] | None = None
        """With the pack that it is about: entries are counted in its files, whatever is saved meanwhile."""
        self._put_off: set[str] = set()
        self._written: list[WrittenDecision] = []

    def lay_out(self, pack: PackDocuments | None) -> None:
        """Take up a pack as it is now; None while it cannot be played, and then nothing can be decided."""
        self._pack = pack
        self._waiting = find_waiting(pack, self._put_off) if pack is not None else None
        if self._waiting is None and self._put_off and pack is not None:
            # What was put off comes back when all the rest is done.
            self._put_off.clear()
            self._waiting = find_waiting(pack, self._put_off)

    @property
    def entry(self) -> Waiting | None:
        """What waits to be decided."""
        return self._waiting

    def render(self, *, with_keys: bool) -> Iterator[str]:
        """What waits, the paragraphs that it rests on, and the keys where they can be typed."""
        if self._pack is None or self._waiting is None:
            return
        record, place = self._waiting.record, self._waiting.place
        if isinstance(record, Entity):
            yield from words.render_entity(record, place)
        elif isinstance(record, Difference):
            claims = {fact.id: fact.claim for file in self._pack.of(FactsFile).values() for fact in file.facts}
            yield from words.render_difference(record, claims, place)
        else:
            render = words.render_unsigned if self._waiting.step == "read" else words.render_fact
            yield from render(record, place)
        if isinstance(record, Fact) and (sentence := find_sentence(self._pack, record)):
            yield words.render_sentence(sentence)
        yield from (words.render_paragraph(cite, text) for cite, text in list_cited(self._pack, record) if text)
        if with_keys:
            yield words.SIGNING_KEYS if self._waiting.step == "read" else words.KEYS

    def type_line(self, line: str) -> bool:
        """Take a typed line as an answer or as a key; whether it was one."""
        self.told = ""
        if self._dialogue is not None:
            self._answer(line)
            return True
        key, _, rest = line.partition(" ")
        keys = SIGNING_KEYS if self._waiting is not None and self._waiting.step == "read" else DRAFT_KEYS
        # With words after it, only a refusal is one: its reason. C COAT is for the walk.
        if key not in keys or (rest and key != "r"):
            return False
        if self._pack is not None and self._waiting is None and key != "z":
            return False
        self._perform(key, rest)
        return True

    def _answer(self, line: str) -> None:
        """Answer the question that waits. A key alone is no answer: whoever types one believes to be elsewhere."""
        if line == "z":
            self._dialogue, self.question, self.told = None, "", words.CANCELLED
        elif line in DRAFT_KEYS:
            self.told = words.ANSWER_FIRST
        else:
            self._go_on(line)

    def _perform(self, key: str, rest: str) -> None:
        if key == "z":
            self._take_back()
        elif self._pack is None or self._waiting is None:
            self.told = words.MEND_FIRST
        elif key == "p":
            self._put_off.add(self._waiting.record.id)
        elif key == "r":
            self._write(self._pack, refuse(self._pack, self._waiting, rest.strip()))
        else:
            self._dialogue = (self._pack, accept(self._pack, self._waiting, is_rewritten=key == "e"))
            self._go_on(None)

    def _go_on(self, line: str | None) -> None:
        """Give the dialogue a line, and get its next question or its end."""
        assert self._dialogue is not None
        pack, dialogue = self._dialogue
        self.question = ""
        try:
            self.question = next(dialogue) if line is None else dialogue.send(line)
        except StopIteration as end:
            self._dialogue = None
            if end.value is None:
                self.told = words.CANCELLED
            else:
                self._write(pack, end.value)

    def _write(self, pack: PackDocuments, decision: Decision) -> None:
        try:
            written = write_decision(pack, decision)
        except OSError as bad:
            self.told = words.describe_unwritable(bad.filename or pack.folder, bad.strerror or bad)
            return
        if isinstance(written, str):
            self.told = written
        else:
            self._written.append(written)
            self.told = decision.told

    def _take_back(self) -> None:
        if not self._written:
            self.told = words.NOTHING_TO_UNDO
            return
        try:
            self.told = take_back(self._written.pop()) or words.UNDONE
        except OSError as bad:
            self.told = words.describe_unwritable(bad.filename, bad.strerror or bad)
