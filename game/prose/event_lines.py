"""Every event as lines: each event has exactly one renderer, and mypy proves that none is missing.

``render_event`` chooses by the unions of ``game.tour.events``; one closed match chooses by the events of each union.
A new event in a union is a type error here until it has its case; so is a new union. A table from class to function
would be shorter, but a type checker cannot prove such a table complete.
"""

from typing import assert_never

from game.pack.world import World
from game.prose import acts_told, editor, facts, inventory, mistakes, questions, surroundings, tour_info
from game.prose.lines import Line
from game.prose.refusal_lines import render_refusal
from game.tour import events as e


def render_event(event: e.Event, world: World) -> tuple[Line, ...]:  # noqa: C901, PLR0911 - one case a subject
    """The lines that say what happened."""
    if isinstance(event, e.RoomEvent):
        return render_room_event(event, world)
    if isinstance(event, e.ThingEvent):
        return render_thing_event(event, world)
    if isinstance(event, e.LedgerEvent):
        return render_ledger_event(event, world)
    if isinstance(event, e.QuestionEvent):
        return render_question_event(event, world)
    if isinstance(event, e.DispatchEvent):
        return render_dispatch_event(event, world)
    if isinstance(event, e.GuideEvent):
        return render_guide_event(event)
    if isinstance(event, e.TourEvent):
        return render_tour_event(event, world)
    if isinstance(event, e.DialogueEvent):
        return render_dialogue_event(event, world)
    if isinstance(event, e.MistakeEvent):
        return render_mistake_event(event)
    if isinstance(event, e.Refusal):
        return render_refusal(event)
    if isinstance(event, e.WishEvent):
        return ()  # the application performs the wish and says itself what came of it
    assert_never(event)


def render_room_event(event: e.RoomEvent, world: World) -> tuple[Line, ...]:
    """The lines of one event of this subject."""
    match event:
        case e.RoomShown():
            return surroundings.room_shown(event, world)
        case e.PictureTold():
            return surroundings.picture_told(event)
        case e.ExitsListed():
            return surroundings.exits_listed(event)
        case e.PlacesListed():
            return surroundings.places_listed(event)
        case e.Oriented():
            return surroundings.oriented(event)
        case _:
            assert_never(event)


def render_thing_event(event: e.ThingEvent, world: World) -> tuple[Line, ...]:
    """The lines of one event of this subject."""
    match event:
        case e.ThingExamined():
            return surroundings.thing_examined(event, world)
        case e.Mentioned():
            return surroundings.mentioned(event)
        case e.Taken() | e.Dropped() | e.Carrying():
            return inventory.told(event)
        case _:
            assert_never(event)


def render_ledger_event(event: e.LedgerEvent, world: World) -> tuple[Line, ...]:  # noqa: C901, PLR0911 - one case an event
    """The lines of one event of this subject."""
    match event:
        case e.EntityTold():
            return facts.entity_told(event, world)
        case e.FactsNoted():
            return facts.facts_noted(event, world)
        case e.Recalled():
            return facts.recalled(event, world)
        case e.NotebookShown():
            return facts.notebook_shown(event, world)
        case e.TimelineShown():
            return facts.timeline_shown(event)
        case e.JourneysShown():
            return tour_info.journeys_shown(event)
        case e.DifferencesShown():
            return facts.differences_shown(event, world)
        case e.SourcesShown():
            return facts.sources_shown(event, world)
        case _:
            assert_never(event)


def render_question_event(event: e.QuestionEvent, world: World) -> tuple[Line, ...]:
    """The lines of one event of this subject."""
    match event:
        case e.ItemAsked():
            return questions.asked(event)
        case e.Challenged():
            return questions.challenged(event, world)
        case e.ResponseMarked():
            return questions.marked(event, world)
        case e.Skipped():
            return questions.skipped()
        case _:
            assert_never(event)


def render_dispatch_event(event: e.DispatchEvent, world: World) -> tuple[Line, ...]:
    """The lines of one event of this subject."""
    match event:
        case e.DispatchShown():
            return editor.dispatch_shown(event)
        case e.FactsOffered():
            return editor.facts_offered(event)
        case e.DispatchFiled():
            return editor.dispatch_filed(event, world)
        case _:
            assert_never(event)


def render_guide_event(event: e.GuideEvent) -> tuple[Line, ...]:  # noqa: C901, PLR0911 - one case an event
    """The lines of one event of this subject."""
    match event:
        case e.Scored():
            return tour_info.scored(event)
        case e.ProgressShown():
            return tour_info.progress_shown(event)
        case e.HintGiven():
            return tour_info.hint_given(event)
        case e.LessonGiven():
            return tour_info.lesson_given(event)
        case e.TutorialSet():
            return tour_info.tutorial_set(event)
        case e.HelpShown():
            return tour_info.help_shown(event)
        case e.VerbsShown():
            return tour_info.verbs_shown()
        case e.Taught():
            return acts_told.taught(event)
        case _:
            assert_never(event)


def render_tour_event(event: e.TourEvent, world: World) -> tuple[Line, ...]:  # noqa: C901, PLR0911 - one case an event
    """The lines of one event of this subject."""
    match event:
        case e.Opened():
            return tour_info.opened(event)
        case e.Arrived():
            return tour_info.arrived(event, world)
        case e.Undone():
            return tour_info.undone(event)
        case e.RestartOffered():
            return tour_info.restart_offered(event)
        case e.RestartDeclined():
            return tour_info.restart_declined()
        case e.UnitsSet():
            return tour_info.units_set(event)
        case e.Remarked():
            return tour_info.remarked()
        case e.AboutShown():
            return tour_info.about_shown(event, world)
        case e.CreditsShown():
            return tour_info.credits_shown(world)
        case e.VersionShown():
            return tour_info.version_shown(world)
        case _:
            assert_never(event)


def render_dialogue_event(event: e.DialogueEvent, world: World) -> tuple[Line, ...]:
    """The lines of one event of this subject."""
    match event:
        case e.Acted():
            return acts_told.acted(event, world)
        case e.Replied():
            return acts_told.replied(event)
        case e.Corrected():
            return acts_told.corrected(event)
        case e.Unanswered():
            return mistakes.unanswered(event)
        case _:
            assert_never(event)


def render_mistake_event(event: e.MistakeEvent) -> tuple[Line, ...]:
    """The lines of one event of this subject."""
    match event:
        case e.NotUnderstood():
            return mistakes.not_understood(event)
        case e.Ambiguous():
            return mistakes.ambiguous(event)
        case e.Unsure():
            return mistakes.unsure(event)
        case e.NotRun():
            return mistakes.not_run(event)
        case _:
            assert_never(event)
