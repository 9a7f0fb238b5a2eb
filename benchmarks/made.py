"""Packs of any size, made for measuring: rooms in a row, each with 2 kB of text, things and a question."""

from pathlib import Path

WORDS = "The lamp lights a label that tells of a lamp which lights a label and so on along the carriage. "


def make_pack(folder: Path, rooms: int) -> Path:
    """Write a pack with so many rooms; returns its folder."""
    (folder / "facts").mkdir(parents=True)
    (folder / "tour.yaml").write_text(
        f"id: made\ntitle: Made\ntagline: For measuring\nstart: room-0\nfinish: room-{rooms - 1}\n"
        "origin: Here\ndestination: There\nminutes: 1200\n"
        "opening: [{text: Go., staged: true}]\nabout: [{text: Made., staged: true}]\n"
        "everywhere: [{id: door, name: door, passages: [{text: A door., staged: true}]}]\n"
    )
    (folder / "sources.yaml").write_text(
        "sources: [{id: A, title: Article A, date: 2023-01-01, paragraphs: [{number: 1, hash: 0123456789abcdef}]}]\n"
    )
    facts = "".join(
        f"  - {{id: fact-{n}, claim: Claim {n}., cites: [A¶1], strength: stated, kind: attribute}}\n"
        for n in range(rooms)
    )
    (folder / "facts" / "all.yaml").write_text(f"facts:\n{facts}")
    for number in range(rooms):
        (folder / f"{number:05}.yaml").write_text(_room(number, rooms))
    return folder


def _room(number: int, rooms: int) -> str:
    exits = [f"back: room-{number - 1}"] if number else []
    exits += [f"forward: room-{number + 1}"] if number < rooms - 1 else []
    things = "".join(
        f"  - id: thing-{number}-{n}\n    name: lamp {n}\n    names: [light {n}]\n"
        f"    passages: [{{text: {WORDS * 2}, facts: [fact-{number}]}}]\n"
        for n in range(6)
    )
    return (
        f"id: room-{number}\nnumber: {number + 1}\nname: Room {number}\nstanding: staged\n"
        f"plaque: {{text: Made., staged: true}}\nalt: A room.\nexits: {{{', '.join(exits)}}}\n"
        f"passages:\n  - {{text: {WORDS}, facts: [fact-{number}]}}\nthings:\n{things}"
        f"items:\n  - {{id: item-{number}, kind: true-false, stem: Is it so?, key: true, "
        f"feedback: So., facts: [fact-{number}]}}\n"
    )
