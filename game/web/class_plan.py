"""What a class does now: the mode that the teacher has chosen, and whether it has begun."""

from typing import Literal

from msgspec import Struct

Mode = Literal["exam", "practice", "tour", "live"]


class ClassPlan(Struct, frozen=True, kw_only=True):
    """What the teacher has set up. A class does one thing at a time, and the pupils stay in it."""

    mode: Mode | None = None
    """None before anything was set up."""
    title: str = ""
    """What pupils read above it."""
    exam: str = ""
    """Hash of the exam whose questions are asked; empty where the mode needs none."""
    has_begun: bool = False
    """Whether pupils may begin; until then they wait."""
    takes_new: bool = True
    """Whether others may still join."""
