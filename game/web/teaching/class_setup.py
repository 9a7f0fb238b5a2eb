"""Sets up a class: draws its questions, changes them, makes its exam, and opens it."""

import secrets
from datetime import datetime

from msgspec.structs import replace

from game.app.exam_making import ExamTerms, make_exam, read_end
from game.quiz.bank import Bank
from game.quiz.codes import MAX_SEED, BadCodeError, decode_paper, encode_paper
from game.quiz.papers import Paper, Selection, find_replacement
from game.store.attempt_events import Rules
from game.store.exam_files import TeachersExam
from game.web.stores.class_plan import ClassDraft, ClassPlan
from game.web.teaching.draft_form import DrawWish, list_allowances, list_roster


def draw_questions(draft: ClassDraft, wish: DrawWish, bank: Bank) -> ClassDraft:
    """The set-up with questions drawn anew."""
    seed = secrets.randbelow(MAX_SEED + 1) if wish.seed is None else wish.seed
    return _take_paper(draft, Paper(bank, seed, wish.selection))


def take_code(draft: ClassDraft, code: str, bank: Bank) -> ClassDraft | BadCodeError:
    """The set-up with the questions that a code draws; why the code draws none."""
    try:
        return _take_paper(draft, decode_paper(code, bank))
    except BadCodeError as bad:
        return bad


def _take_paper(draft: ClassDraft, paper: Paper) -> ClassDraft:
    items = tuple(item.id for item in paper.items)
    return replace(draft, items=items, code=encode_paper(paper) if items else "")


def exchange_question(draft: ClassDraft, item_id: str, bank: Bank) -> ClassDraft:
    """The set-up with another question in the place of one; as it was where nothing else can be asked."""
    found = find_replacement(make_paper(draft, bank), item_id) if item_id in draft.items else None
    if found is None:
        return draft
    items = tuple(found if each == item_id else each for each in draft.items)
    return replace(draft, items=items, code="")


def remove_question(draft: ClassDraft, item_id: str) -> ClassDraft:
    """The set-up without a question."""
    return replace(draft, items=tuple(each for each in draft.items if each != item_id), code="")


def pick_questions(draft: ClassDraft, offered: tuple[str, ...], picked: frozenset[str]) -> ClassDraft:
    """The set-up with those of the offered questions that were picked, and without the others of them.

    Args:
        draft: The set-up.
        offered: Ids of the questions among which was chosen.
        picked: Ids of those that are wanted.
    """
    stay = [each for each in draft.items if each in picked or each not in offered]
    fresh = [each for each in offered if each in picked and each not in stay]
    items = tuple(stay + fresh)
    return draft if items == draft.items else replace(draft, items=items, code="")


def make_paper(draft: ClassDraft, bank: Bank) -> Paper:
    """The paper of a set-up. A question that the pack has no longer is left out."""
    items = tuple(bank.items[item_id] for item_id in draft.items if item_id in bank.items)
    return Paper(bank, 0, Selection(items=len(items)), items=items)


def make_class_exam(draft: ClassDraft, bank: Bank, title: str) -> TeachersExam:
    """The exam of a set-up."""
    if draft.mode == "live":
        # The teacher opens and closes each question: there is no other clock.
        terms = ExamTerms(title, Rules(), {})
        return make_exam(make_paper(draft, bank), terms, code=draft.code, bank=bank.digest)
    end = read_end(draft.end, datetime.now().astimezone()) if draft.end else ""
    rules = Rules(
        minutes=draft.minutes,
        end=end.isoformat(timespec="seconds") if isinstance(end, datetime) else "",
        late=draft.late,
        open_book=draft.opens_book,
    )
    terms = ExamTerms(title, rules, list_allowances(draft))
    return make_exam(make_paper(draft, bank), terms, code=draft.code, bank=bank.digest)


def make_plan(plan: ClassPlan, draft: ClassDraft, title: str, exam: str) -> ClassPlan:
    """What the class does once a set-up is opened.

    Args:
        plan: What it does until then.
        draft: The set-up.
        title: What pupils read above it.
        exam: Hash of its exam; empty where the mode needs none.
    """
    return replace(
        plan,
        mode=draft.mode,
        title=title,
        exam=exam,
        items=draft.items if draft.mode == "practice" else (),
        practice=f"practice-{secrets.token_hex(8)}" if draft.mode == "practice" else "",
        task=draft.task if draft.mode == "tour" else "",
        begins=draft.begins if draft.mode == "tour" else "",
        has_begun=not draft.waits or draft.mode == "live",
        is_held=False,
        extra=0,
        sheets=draft.sheets if draft.mode == "exam" else plan.sheets,
        earlier_exam=plan.marked_exam,
        takes_new=True,
        roster=list_roster(draft),
        draft=draft,
    )
