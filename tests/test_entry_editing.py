"""Entries are changed in the text of a file: what is not changed stays to the letter, and a slip writes nothing."""

from pathlib import Path

import pytest
import yaml

from game.content.documents import Document
from game.content.entry_editing import (
    Change,
    EntryAdded,
    EntryDropped,
    EntryEditError,
    KeyDropped,
    KeySet,
    edit_entries,
)


def edit(text: str, *changes: Change) -> str:
    return edit_entries(Document(Path("x.yaml"), "x.yaml", text.encode()), changes)


FLOW = """\
# mine
facts:
  # before one
  - {id: one, draft: true, todo: [CLAIM, SPLIT], cites: [A¶1]}  # beside one
  - {id: two,   strength: "stated"}

  # before three
  - {
      id: three, # a note
      draft: true
    }
# after
more: [a, 'b']
"""

BLOCK = """\
facts:
- id: one   # its id
  draft: true  # why
  claim: >
    Two lines
    of it.
  todo:
  - CLAIM
  # between
  - WHO
  cites: [A¶1]
- draft: true
  # first of two
  id: two
- strength: stated
  id: three
"""

CONFIRM = (
    KeySet(("facts", 0), "claim", "It is so: new."),
    KeyDropped(("facts", 0), "draft"),
    KeyDropped(("facts", 0), "todo"),
)


def test_an_entry_on_one_line_is_changed_and_nothing_else() -> None:
    changed = edit(FLOW, *CONFIRM)
    line = "  - {id: one, draft: true, todo: [CLAIM, SPLIT], cites: [A¶1]}  # beside one"
    assert changed == FLOW.replace(line, "  - {id: one, claim: 'It is so: new.', cites: [A¶1]}  # beside one")


def test_an_entry_of_many_lines_keeps_its_comments() -> None:
    changed = edit(BLOCK, *CONFIRM)
    first, _, rest = changed.partition("- draft: true")
    assert first == "facts:\n- id: one   # its id\n  # why\n  claim: 'It is so: new.'\n  cites: [A¶1]\n"
    assert rest == BLOCK.partition("- draft: true")[2]


def test_a_new_key_stands_after_another_one() -> None:
    assert "- id: one   # its id\n  read: 0123abcd\n  draft" in edit(BLOCK, KeySet(("facts", 0), "read", "0123abcd"))
    assert '"stated", read: 0123abcd}' in edit(FLOW, KeySet(("facts", 1), "read", "0123abcd", after="strength"))
    # Where that other one is missing, after the first.
    assert "- strength: stated\n  read: x\n" in edit(BLOCK, KeySet(("facts", 2), "read", "x", after="none"))


def test_the_first_key_goes_and_its_hyphen_stays() -> None:
    assert "- # first of two\n  id: two" in edit(BLOCK, KeyDropped(("facts", 1), "draft"))
    assert "- id: three\n" in edit(BLOCK, KeyDropped(("facts", 2), "strength"))
    assert "- {strength" in edit(FLOW, KeyDropped(("facts", 1), "id"))


def test_a_comment_inside_of_brackets_stays() -> None:
    assert "id: three, # a note\n" in edit(FLOW, KeyDropped(("facts", 2), "draft"))


def test_a_key_that_is_not_there_is_no_mistake() -> None:
    assert edit(FLOW, KeyDropped(("facts", 1), "draft")) == FLOW


def test_an_entry_goes_with_its_lines() -> None:
    changed = edit(FLOW, EntryDropped(("facts", 1)))
    assert changed == FLOW.replace('  - {id: two,   strength: "stated"}\n', "")
    assert edit(BLOCK, EntryDropped(("facts", 1))) == BLOCK.replace("- draft: true\n  # first of two\n  id: two\n", "")
    assert "more: ['b']" in edit(FLOW, EntryDropped(("more", 0)))
    assert "more: [a]" in edit(FLOW, EntryDropped(("more", 1)))


@pytest.mark.parametrize("text", ["facts:\n  - {id: one}\n", "facts:\n- id: one\n  draft: true\n# end", "facts: [a]"])
def test_the_last_entry_leaves_an_empty_list(text: str) -> None:
    changed = edit(text, EntryDropped(("facts", 0)))
    assert yaml.safe_load(changed) == {"facts": []}
    assert changed.endswith("# end") == text.endswith("# end")


def test_entries_are_added_after_another_in_their_order() -> None:
    added = [EntryAdded(("facts", 0), {"id": name, "claim": "A, b."}) for name in ("first", "second")]
    for text, indent in ((FLOW, "  "), (BLOCK, "")):
        changed = edit(text, *added)
        lines = [f"{indent}- {{id: {name}, claim: 'A, b.'}}\n" for name in ("first", "second")]
        assert changed.replace("".join(lines), "") == text
    assert [e["id"] for e in yaml.safe_load(edit(FLOW, *added))["facts"]] == ["one", "first", "second", "two", "three"]


def test_things_and_what_is_in_others_go_at_once() -> None:
    text = "things:\n  - {id: a}\n  - id: b\n    passages:\n      - {facts: [x]}\n      - {facts: [y]}\n"
    changed = edit(text, EntryDropped(("things", 1, "passages", 0)), EntryDropped(("things", 0)))
    assert changed == "things:\n  - id: b\n    passages:\n      - {facts: [y]}\n"


def test_line_breaks_of_windows_stay() -> None:
    text = BLOCK.replace("\n", "\r\n")
    changed = edit(text, *CONFIRM, EntryAdded(("facts", 2), {"id": "four"}))
    assert "\n" not in changed.replace("\r\n", "")
    assert changed.endswith("  id: three\r\n- {id: four}\r\n")


@pytest.mark.parametrize(
    "value",
    ["no", "12", "1871", "# sign", "a: b", "a, b] c}", "it's", 'a "quote"', "é ¶ ’", "- x", "[x]", "", "x" * 400],
)
def test_every_text_is_read_back_as_it_was_given(value: str) -> None:
    for text in (FLOW, BLOCK):
        changed = edit(text, KeySet(("facts", 0), "id", value), KeySet(("facts", 0), "claim", value))
        entry = yaml.load(changed, Loader=yaml.BaseLoader)["facts"][0]
        assert (entry["id"], entry["claim"]) == (value, value)


def test_what_cannot_be_changed_is_not() -> None:
    shared = "facts:\n  - &a {id: one}\n  - *a\n"
    with pytest.raises(EntryEditError):
        edit(shared, KeySet(("facts", 0), "claim", "x"))
    with pytest.raises(EntryEditError):
        edit(FLOW, KeySet(("facts", 9), "claim", "x"))
    with pytest.raises(EntryEditError):
        edit(FLOW, EntryDropped(("more",)))
    with pytest.raises(EntryEditError):
        edit(FLOW, KeySet(("more",), "claim", "x"))
