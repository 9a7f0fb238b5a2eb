"""Every sentence the game speaks that is not in a pack. Events in, lines out; knows no screen."""

from game import events as e
from game.prose import acting, carrying, filing, ledger, looking, mistakes, questions, touring
from game.prose.lines import Line
from game.world import World


def tell(event: e.Event, world: World) -> tuple[Line, ...]:  # noqa: C901, PLR0911, PLR0912, PLR0915 - one case an event, nothing else
    """The lines that say what happened."""
    match event:
        case e.Opened():
            return touring.opened(event)
        case e.RoomShown():
            return looking.room_shown(event, world)
        case e.ThingExamined():
            return looking.thing_examined(event, world)
        case e.Acted():
            return acting.acted(event, world)
        case e.Replied():
            return acting.replied(event)
        case e.Corrected():
            return acting.corrected(event)
        case e.Taught():
            return acting.taught(event)
        case e.Recalled():
            return ledger.recalled(event, world)
        case e.Unanswered():
            return mistakes.unanswered(event)
        case e.Mentioned():
            return looking.mentioned(event)
        case e.EntityTold():
            return ledger.entity_told(event, world)
        case e.FactsNoted():
            return ledger.facts_noted(event, world)
        case e.ExitsListed():
            return looking.exits_listed(event)
        case e.PictureTold():
            return looking.picture_told(event)
        case e.Taken() | e.Dropped() | e.Carrying():
            return carrying.told(event)
        case e.NotebookShown():
            return ledger.notebook_shown(event, world)
        case e.TimelineShown():
            return ledger.timeline_shown(event)
        case e.JourneysShown():
            return touring.journeys_shown(event)
        case e.DifferencesShown():
            return ledger.differences_shown(event, world)
        case e.SourcesShown():
            return ledger.sources_shown(event, world)
        case e.Scored():
            return touring.scored(event)
        case e.PlacesListed():
            return looking.places_listed(event)
        case e.Asked():
            return questions.asked(event)
        case e.Challenged():
            return questions.challenged(event, world)
        case e.Marked():
            return questions.marked(event, world)
        case e.Skipped():
            return questions.skipped()
        case e.HelpShown():
            return touring.help_shown(event)
        case e.DispatchShown():
            return filing.dispatch_shown(event)
        case e.FactsOffered():
            return filing.facts_offered(event)
        case e.DispatchFiled():
            return filing.dispatch_filed(event, world)
        case e.VerbsShown():
            return touring.verbs_shown()
        case e.CreditsShown():
            return touring.credits_shown(world)
        case e.VersionShown():
            return touring.version_shown(world)
        case e.ProgressShown():
            return touring.progress_shown(event)
        case e.HintGiven():
            return touring.hint_given(event)
        case e.LessonGiven():
            return touring.lesson_given(event)
        case e.TutorialSet():
            return touring.tutorial_set(event)
        case e.UnitsSet():
            return touring.units_set(event)
        case e.Remarked():
            return touring.remarked()
        case e.RestartOffered():
            return touring.restart_offered(event)
        case e.RestartDeclined():
            return touring.restart_declined()
        case e.AboutShown():
            return touring.about_shown(event, world)
        case e.Oriented():
            return looking.oriented(event)
        case e.Undone():
            return touring.undone(event)
        case e.Arrived():
            return touring.arrived(event, world)
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
