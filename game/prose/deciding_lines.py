"""What ``carriages write`` asks and says when an author decides on drafts."""

from collections.abc import Mapping, Sequence

from game.pack.ledger import NO_SPEAKER, Difference, Entity, Fact, Todo
from game.prose.lines import count_noun

NOBODY_NAMED = "nobody named"
"""Who says so, where an article does not say it."""

REFUSED = "refused"
"""Why no fact cites a paragraph whose last draft was refused."""

REFUSALS_HEAD = (
    "What was refused. carriages new does not propose it again.",
    "To change your mind about one, delete its line.",
)

KEYS = "  c accept   e edit   r refuse   p put off   z take the last one back   (each with Enter)"
SIGNING_KEYS = "  c sign it: it says what its paragraphs say   p put off   z take the last one back   (each with Enter)"
NOTHING_TO_UNDO = "There is nothing to take back."
UNDONE = "Taken back."
CANCELLED = "Nothing was changed."
ANSWER_FIRST = "That is a key and no answer. Answer first, or type z to leave this draft as it was."
MEND_FIRST = "Mend what is marked ✗ first; nothing was changed."

_TODO: Mapping[Todo, str] = {
    "CLAIM": "say it in your own words",
    "SPLIT": "it may be several facts",
    "SURE": "is the strength right?",
    "WHO": "name whoever says so, or whoever is meant by he, she, they or its",
}


def render_fact(fact: Fact, place: str) -> tuple[str, ...]:
    """A draft of a fact: what is known of it, and what is to be seen to."""
    said = f", said by {fact.said_by if fact.said_by != NO_SPEAKER else '?'}" if fact.strength == "reported" else ""
    lines = [f"next draft {fact.id}, {', '.join(fact.cites)}, {fact.strength}{said} ({place})"]
    lines += [f"  claim: {fact.claim}"] if fact.claim else []
    if todo := "; ".join(_TODO[each] for each in fact.todo):
        lines.append(f"  see to: {todo}")
    return tuple(lines)


def render_unsigned(fact: Fact, place: str) -> tuple[str, ...]:
    """A fact that nobody has signed."""
    return (f"next to read {fact.id}, {fact.strength} ({place})", f"  claim: {fact.claim}")


def render_entity(entity: Entity, place: str) -> tuple[str, ...]:
    """A draft of a name."""
    return (f"next name {entity.name}, {entity.kind} ({place})",)


def render_difference(difference: Difference, claims: Mapping[str, str], place: str) -> tuple[str, ...]:
    """A possible difference: each side with the claims of its facts."""
    sides = (
        f"  {side.says}: {' '.join(claims[fact_id] for fact_id in side.facts if fact_id in claims)}"
        for side in difference.sides
    )
    return (f"next difference {difference.topic}, {difference.kind} ({place})", *sides)


def render_sentence(sentence: str) -> str:
    """The sentence that a draft was made of."""
    return f"  sentence: {sentence}"


def render_paragraph(cite: str, paragraph: str) -> str:
    """A paragraph that the next entry rests on."""
    return f"  {cite}: {paragraph}"


def ask_claim(fact: Fact) -> str:
    """Ask for the claim of a fact."""
    return (
        f"Claim, a sentence that can be read alone; [2] at its end cites {fact.cites[0][0]}¶2, too (Enter: not now): "
    )


def ask_another_claim() -> str:
    """Ask for the next fact of the same sentence."""
    return "Another fact of this sentence (Enter: none): "


def ask_strength(usual: str, known: Sequence[str]) -> str:
    """Ask how sure the source is."""
    return f"Strength: {', '.join(known)} (Enter: {usual}): "


def ask_speaker(usual: str) -> str:
    """Ask who says so."""
    return f"Who says so? (Enter: {usual}): "


def ask_about_remarks(remarks: Sequence[str], helpful: str, strengths: Sequence[str]) -> str:
    """Say what is in a claim and not in its paragraphs, and ask what to do."""
    listed = "\n".join(f"✗ {remark}" for remark in remarks)
    keep = f"Enter: cite {helpful}, too, where its words stand" if helpful else "Enter: keep it"
    return f"{listed}\n{keep}; or write the claim again; or another strength ({', '.join(strengths)}): "


def ask_again(remarks: Sequence[str]) -> str:
    """Say what is in a text and not in its facts, and ask for another one."""
    listed = "\n".join(f"✗ {remark}" for remark in remarks)
    return f"{listed}\nEnter: keep it; or write it again: "


def hedge_side(says: str, fact: Fact) -> str:
    """What one side says, with a word of how sure that is."""
    if fact.strength == "photo":
        return f"{says}, in a picture"
    if fact.strength == "speculated":
        return f"possibly {says}"
    is_named = fact.said_by not in (NO_SPEAKER, NOBODY_NAMED)
    return f"{says}, said {fact.said_by}" if is_named else f"reportedly {says}"


def ask_gloss(entity: Entity) -> str:
    """Ask who or what a name is."""
    return f"Who or what is {entity.name}? One sentence (Enter: not now): "


def ask_kind(usual: str, known: Sequence[str]) -> str:
    """Ask of what kind an entry is."""
    return f"Kind: {', '.join(known)} (Enter: {usual}): "


def ask_key(key: str, shown: str) -> str:
    """Ask for another text of a key."""
    return f"{key.capitalize()} (Enter: {shown}): "


def render_accepted(name: str, added: int = 0) -> str:
    """An entry that was accepted."""
    more = f", and {count_noun(added, 'fact')} beside it" if added else ""
    return f"Accepted: {name}{more}."


def render_signed(name: str) -> str:
    """A fact that was signed."""
    return f"Signed: {name}."


def render_refused(name: str) -> str:
    """An entry that was refused."""
    return f"Refused: {name}. It is kept in refused.txt, and carriages new does not propose it again."


def describe_changed_file(path: object) -> str:
    """A file that is not as it was read."""
    return f"{path} has been changed meanwhile; nothing was written. Try again."


def describe_uneditable_file(path: object) -> str:
    """A file whose layout cannot be changed here."""
    return f"{path} is laid out in a way that cannot be changed here; edit it by hand."


def describe_impossible_decision(problem: str) -> str:
    """A change after which the pack would not play."""
    return f"Nothing was written, because then: {problem}"


def describe_no_editor(command: str, why: object) -> str:
    """An editor that could not be started."""
    return f"{command} could not be started: {why}. Set EDITOR to the command of your editor."


def describe_unwritable(path: object, why: object) -> str:
    """A file that cannot be written."""
    return f"{path} cannot be written: {why}"
