"""Answers given by the fields and buttons of a page, for tests: an exam, a door and practice have the same."""

from collections.abc import Awaitable, Callable, Iterator

from game.pack.kinds import Item, find_key
from game.pack.kinds.match import Match
from game.pack.world import World
from tests.browsing import Node


def list_steps(page: Node) -> list[str]:
    """The steps of an order as they stand now."""
    return [row.by_tag("span")[0].text for row in page.by_class("steps")[0].by_tag("li")]


async def put_in_order(
    find_page: Callable[[], Node], wanted: tuple[str, ...], do: Callable[[str], Awaitable[object]]
) -> None:
    """Move steps by their buttons. The first move is made first, so that an order that was right is kept, too."""
    await do("down 0")
    for place, text in enumerate(wanted):
        for now_at in range(list_steps(find_page()).index(text), place, -1):
            await do(f"up {now_at}")
    assert tuple(list_steps(find_page())) == wanted


def list_right_fields(page: Node, tour: World, item: Item) -> Iterator[tuple[str, str]]:
    """The fields of what is right, and their values."""
    key = find_key(item, tour)
    right_rows = {pair.left: pair.right for pair in item.pairs} if isinstance(item, Match) else {}
    labels = {str(label.attributes["for"]): label for label in page.by_tag("label")}
    for field in page.by_tag("input", "select"):
        name, value = str(field.attributes.get("name")), str(field.attributes.get("value"))
        label = labels.get(str(field.attributes.get("id")))
        # A row with a letter or a number before it holds its text in an element of its own.
        texts = [each.text for each in label.by_tag("span")] or [label.text] if label is not None else []
        match field.attributes.get("type"):
            case "text" if name == "answer":
                yield name, key[0]
            case "checkbox" if texts[0] in key:
                yield name, value
            case "radio" if name == "row" and texts[0] == tour.facts[key[1]].claim:
                yield name, value
            case "radio" if name == "letter" and texts[0].casefold() == key[0].casefold():
                yield name, value
            case None if name.startswith("match-"):
                letters = [str(option.attributes["value"]) for option in field.by_tag("option")]
                choices = {
                    option.text.partition(": ")[2]: letter
                    for option, letter in zip(field.by_tag("option"), letters, strict=True)
                }
                yield name, choices[right_rows[texts[0]]]
            case _:
                continue
