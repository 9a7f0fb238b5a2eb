"""What a class does now, as its teacher has set it up, and the set-up that is being prepared."""

from typing import Literal

from msgspec import Struct

Mode = Literal["exam", "practice", "tour", "live"]

SheetRule = Literal["asked", "end", "never"]
"""When pupils see the sheets of an exam: when the teacher releases them, once it is over for all, or never here."""


class ClassDraft(Struct, frozen=True, kw_only=True):
    """A set-up in preparation, as the teacher's page shows it."""

    mode: Mode = "exam"
    title: str = ""
    items: tuple[str, ...] = ()
    """Ids of the questions, in their order."""
    code: str = ""
    """Of the paper; empty for questions that no code draws."""
    minutes: float = 20
    """0 for no limit."""
    end: str = ""
    """When it ends for everybody, as typed; empty for no common end."""
    late: float = 0
    """Minutes after the common beginning in which one may begin."""
    more_time: str = ""
    """A pseudonym and a factor in each line, as typed."""
    only: str = ""
    """The pseudonyms that may join, as typed; empty for everybody with the code."""
    task: str = ""
    """What pupils are to do on a tour; empty for nothing."""
    begins: str = ""
    """Id of the room in which a tour begins; empty for that of the pack."""
    opens_book: bool = False
    """Whether pupils may search, in an exam, what they have noted on the tour of the class."""
    waits: bool = True
    """Whether pupils wait until the teacher lets them begin."""
    sheets: SheetRule = "asked"


class ClassPlan(Struct, frozen=True, kw_only=True):
    """What the teacher has set up. A class does one thing at a time, and the pupils stay in it."""

    mode: Mode | None = None
    """None before anything was set up."""
    title: str = ""
    """What pupils read above it."""
    exam: str = ""
    """Hash of the exam whose questions are asked; empty where the mode needs none."""
    items: tuple[str, ...] = ()
    """Ids of the questions of a practice."""
    task: str = ""
    """What pupils are to do on a tour, as they read it; empty for nothing."""
    begins: str = ""
    """Id of the room in which their tours begin; empty for that of the pack."""
    practice: str = ""
    """Names this practice, so that another one with the same questions begins anew."""
    has_begun: bool = False
    """Whether pupils may begin; until then they wait."""
    sheets: SheetRule = "asked"
    earlier_exam: str = ""
    """Hash of the exam that was sat before the class went on to something else."""
    is_held: bool = False
    """Whether the teacher has stopped all clocks, and nobody can begin."""
    extra: float = 0
    """Minutes that all have been given during the exam. Who begins later has them up to a common end, too."""
    acts: int = 0
    """How often all were given time, so that a second press of one button is known."""
    takes_new: bool = True
    """Whether others may still join."""
    roster: frozenset[str] = frozenset()
    """Keys of the pseudonyms that may join; empty for everybody with the code."""
    draft: ClassDraft = ClassDraft()

    @property
    def marked_exam(self) -> str:
        """Hash of the exam that results are of: the one that the class sits, or sat last; empty for none."""
        return self.exam if self.mode == "exam" else self.earlier_exam
