"""Every sentence the game speaks that is not in a pack. Events in, lines out; knows no screen."""

from game.pack.world import World
from game.prose import acts_told, editor, facts, inventory, mistakes, questions, surroundings, tour_info
from game.prose.lines import Line
from game.tour import events as e


def tell(event: e.Event, world: World) -> tuple[Line, ...]:  # noqa: C901, PLR0911, PLR0912, PLR0915 - one case an event, nothing else
    """The lines that say what happened."""
    match event:
        case e.Opened():
            return tour_info.opened(event)
        case e.RoomShown():
            return surroundings.room_shown(event, world)
        case e.ThingExamined():
            return surroundings.thing_examined(event, world)
        case e.Acted():
            return acts_told.acted(event, world)
        case e.Replied():
            return acts_told.replied(event)
        case e.Corrected():
            return acts_told.corrected(event)
        case e.Taught():
            return acts_told.taught(event)
        case e.Recalled():
            return facts.recalled(event, world)
        case e.Unanswered():
            return mistakes.unanswered(event)
        case e.Mentioned():
            return surroundings.mentioned(event)
        case e.EntityTold():
            return facts.entity_told(event, world)
        case e.FactsNoted():
            return facts.facts_noted(event, world)
        case e.ExitsListed():
            return surroundings.exits_listed(event)
        case e.PictureTold():
            return surroundings.picture_told(event)
        case e.Taken() | e.Dropped() | e.Carrying():
            return inventory.told(event)
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
        case e.Scored():
            return tour_info.scored(event)
        case e.PlacesListed():
            return surroundings.places_listed(event)
        case e.ItemAsked():
            return questions.asked(event)
        case e.Challenged():
            return questions.challenged(event, world)
        case e.ResponseMarked():
            return questions.marked(event, world)
        case e.Skipped():
            return questions.skipped()
        case e.HelpShown():
            return tour_info.help_shown(event)
        case e.DispatchShown():
            return editor.dispatch_shown(event)
        case e.FactsOffered():
            return editor.facts_offered(event)
        case e.DispatchFiled():
            return editor.dispatch_filed(event, world)
        case e.VerbsShown():
            return tour_info.verbs_shown()
        case e.CreditsShown():
            return tour_info.credits_shown(world)
        case e.VersionShown():
            return tour_info.version_shown(world)
        case e.ProgressShown():
            return tour_info.progress_shown(event)
        case e.HintGiven():
            return tour_info.hint_given(event)
        case e.LessonGiven():
            return tour_info.lesson_given(event)
        case e.TutorialSet():
            return tour_info.tutorial_set(event)
        case e.UnitsSet():
            return tour_info.units_set(event)
        case e.Remarked():
            return tour_info.remarked()
        case e.RestartOffered():
            return tour_info.restart_offered(event)
        case e.RestartDeclined():
            return tour_info.restart_declined()
        case e.AboutShown():
            return tour_info.about_shown(event, world)
        case e.Oriented():
            return surroundings.oriented(event)
        case e.Undone():
            return tour_info.undone(event)
        case e.Arrived():
            return tour_info.arrived(event, world)
        case e.NotUnderstood():
            return mistakes.not_understood(event)
        case e.Refused():
            return mistakes.refused(event)
        case e.Ambiguous():
            return mistakes.ambiguous(event)
        case e.Unsure():
            return mistakes.unsure(event)
        case e.NotRun():
            return mistakes.not_run(event)
        case e.ExportAsked() | e.SaveAsked() | e.RestoreAsked() | e.RestartAsked() | e.QuitAsked():
            return ()
        case (
            e.PracticeAsked()
            | e.HonoursAsked()
            | e.TranscriptAsked()
            | e.RecordAsked()
            | e.ReplayAsked()
            | e.TicketAsked()
        ):
            return ()
    raise TypeError(f"no words for {event!r}")
