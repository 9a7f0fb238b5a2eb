"""A field of a form with its label, its hint, and what is wrong with it, told together by a screen reader."""

from game.exports.report_markup import RawMarkup
from game.web.pages.elements import make


def tie_field(name: str, hint: str, fault: str) -> dict[str, str | bool | None]:
    """Attributes by which a field is told with its hint and with what is wrong there.

    Args:
        name: Of the field.
        hint: What stands above it; empty for nothing.
        fault: What is wrong with it; empty for nothing.
    """
    told = [f"{name}-hint"] * bool(hint) + [f"{name}-error"] * bool(fault)
    return {"aria_describedby": " ".join(told) or None, "aria_invalid": "true" if fault else None}


def wrap_field(name: str, label: str, hint: str, fault: str, field: RawMarkup) -> RawMarkup:
    """A field with the words around it."""
    return make(
        "p",
        make("label", label, for_=name),
        make("span", hint, kind="source", id=f"{name}-hint") if hint else None,
        field,
        make("span", fault, kind="error", id=f"{name}-error") if fault else None,
        kind="field",
    )
