"""H5P Question Set: only the content. A site imports it only if the libraries that it names are already installed."""

import json
from collections.abc import Iterator
from html import escape
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from game.exchange.archives import zip_files
from game.exchange.exported import Exported
from game.pack.kinds.neutral import NeutralQuestion
from game.prose import format_losses as words

QUESTION_SET_LIBRARY, CHOICE_LIBRARY, STATEMENT_LIBRARY = (
    ("H5P.QuestionSet", 1, 20),
    ("H5P.MultiChoice", 1, 16),
    ("H5P.TrueFalse", 1, 8),
)
"""Library, major and minor version."""


def write(exported: Exported) -> bytes:
    """A content package."""
    questions = [made for question in exported.questions for made in [_make_question(question, exported)] if made]
    libraries = [QUESTION_SET_LIBRARY, *sorted({_find_library(made) for made in questions})]
    about = {
        "title": exported.title,
        "language": "en",
        "mainLibrary": QUESTION_SET_LIBRARY[0],
        "embedTypes": ["iframe"],
        "license": "U",
        "preloadedDependencies": [
            {"machineName": name, "majorVersion": str(major), "minorVersion": str(minor)}
            for name, major, minor in libraries
        ],
    }
    content = {
        "introPage": {"showIntroPage": False, "startButtonText": "Start", "introduction": ""},
        "progressType": "dots",
        "passPercentage": 50,
        "questions": questions,
        "texts": {
            "prevButton": "Previous question",
            "nextButton": "Next question",
            "finishButton": "Finish",
            "textualProgress": "Question: @current of @total questions",
        },
        "disableBackwardsNavigation": False,
        "randomQuestions": False,
        "endGame": {
            "showResultPage": True,
            "showSolutionButton": True,
            "showRetryButton": True,
            "message": "Your result",
        },
        "override": {"checkButton": True},
    }
    return zip_files({"h5p.json": _write_json(about), "content/content.json": _write_json(content)})


def list_losses(question: NeutralQuestion) -> Iterator[str]:
    """What a Question Set cannot carry of a question."""
    if question.as_choice() is None:
        yield words.render_left_out(words.NO_CHOICE)
    elif question.kind in ("number", "short"):
        yield words.ASKED_AS_CHOICE
    elif question.kind == "multiple" and len({abs(question.weigh(option)) for option in question.options}) > 1:
        yield words.WRONG_COSTS_AS_MUCH


def _write_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def _find_library(question: dict[str, Any]) -> tuple[str, int, int]:
    name, version = question["library"].split()
    major, minor = map(int, version.split("."))
    return name, major, minor


def _make_question(question: NeutralQuestion, exported: Exported) -> dict[str, Any] | None:
    why = f"<p>{_escape_html(question.feedback)}</p><p><em>{_escape_html(question.source)}</em></p>"
    if question.kind == "true-false":
        library = STATEMENT_LIBRARY
        told = {"feedbackOnCorrect": _join_feedback(question), "feedbackOnWrong": _join_feedback(question)}
        params: dict[str, Any] = {
            "question": f"<p>{_escape_html(question.stem)}</p>",
            # A word and not a boolean: the library declares this field as a choice of two texts.
            "correct": "true" if question.is_true else "false",
            "behaviour": {"enableRetry": True, "enableSolutionsButton": True, **told},
        }
    elif choice := question.as_choice():
        library = CHOICE_LIBRARY
        params = {
            "question": f"<p>{_escape_html(choice.stem)}</p>",
            "answers": [
                {
                    "text": f"<div>{_escape_html(option.text)}</div>",
                    "correct": option.is_right,
                    "tipsAndFeedback": {
                        "chosenFeedback": why if option.is_right else f"<p>{_escape_html(option.because)}</p>{why}"
                    },
                }
                for option in choice.options
            ],
            "behaviour": {
                "type": "multi" if choice.kind == "multiple" else "single",
                "singlePoint": choice.kind != "multiple",
                "randomAnswers": not choice.is_fixed,
            },
        }
    else:
        return None
    return {
        "library": f"{library[0]} {library[1]}.{library[2]}",
        "params": params,
        # Made from names and not drawn at random, so that the same questions give the same bytes.
        "subContentId": str(uuid5(NAMESPACE_URL, f"{exported.tour}:{question.id}")),
        "metadata": {"contentType": "Question", "license": "U", "title": question.id},
    }


def _join_feedback(question: NeutralQuestion) -> str:
    return f"{question.feedback} {question.source}"


def _escape_html(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
