"""Every event as lines: each event has exactly one renderer, and mypy proves that none is missing.

``render_event`` chooses by the unions of ``game.tour.events``; one closed match chooses by the events of each union.
A new event in a union is a type error here until it has its case; so is a new union. A table from class to function
would be shorter, but a type checker cannot prove such a table complete.

Each match imports the modules of its subject. The first prompt shows a room and hardly more, and would else wait for
the words of every command.
"""

from typing import assert_never

from game.pack.world import World
from game.prose.lines import Line
from game.tour import events as e


def render_event(event: e.Event, world: World) -> tuple[Line, ...]:  # noqa: C901, PLR0911, PLR0912 - one case a subject
    """The lines that say what happened."""
    if isinstance(event, e.RoomEvent):
        return render_room_event(event, world)
    if isinstance(event, e.ThingEvent):
        return render_thing_event(event, world)
    if isinstance(event, e.WorkEvent):
        return render_work_event(event, world)
    if isinstance(event, e.LedgerEvent):
        return render_ledger_event(event, world)
    if isinstance(event, e.QuestionEvent):
        return render_question_event(event, world)
    if isinstance(event, e.DispatchEvent):
        return render_dispatch_event(event, world)
    if isinstance(event, e.NewsroomEvent):
        return render_newsroom_event(event, world)
    if isinstance(event, e.GuideEvent):
        return render_guide_event(event, world)
    if isinstance(event, e.LeadEvent):
        return render_lead_event(event, world)
    if isinstance(event, e.TourEvent):
        return render_tour_event(event, world)
    if isinstance(event, e.GuidedEvent):
        return render_guided_event(event)
    if isinstance(event, e.DialogueEvent):
        return render_dialogue_event(event, world)
    if isinstance(event, e.ChoiceEvent):
        return render_choice_event(event)
    if isinstance(event, e.AnswerEvent):
        return render_answer_event(event, world)
    if isinstance(event, e.CompareEvent):
        return render_compare_event(event, world)
    if isinstance(event, e.MistakeEvent):
        return render_mistake_event(event, world)
    if isinstance(event, e.Refusal):
        from game.prose.refusal_lines import render_refusal

        return render_refusal(event, world)
    if isinstance(event, e.WishEvent):
        return ()  # the application performs the wish and says itself what came of it
    assert_never(event)


def render_room_event(event: e.RoomEvent, world: World) -> tuple[Line, ...]:
    """The lines of one event of this subject."""
    from game.prose import room_lines

    match event:
        case e.RoomShown():
            return room_lines.render_room(event, world)
        case e.PictureDescribed():
            return room_lines.render_picture(event)
        case e.ExitsListed():
            return room_lines.render_exits(event)
        case e.PlacesListed():
            return room_lines.render_places(event, world)
        case e.RoomsSkipped():
            return room_lines.render_skipped_rooms(event, world)
        case e.Oriented():
            return room_lines.render_orientation(event, world)
        case _:
            assert_never(event)


def render_work_event(event: e.WorkEvent, world: World) -> tuple[Line, ...]:
    """The lines of one event of this subject."""
    from game.prose import work_lines

    match event:
        case e.Worked():
            return work_lines.render_worked(event, world)
        case e.SortSeen():
            return work_lines.render_sort(event)
        case e.CardRead():
            return work_lines.render_card(event)
        case e.CardUnfit():
            return work_lines.render_unfit(event)
        case e.NotesWeighed():
            return work_lines.render_weighed(event, world)
        case _:
            assert_never(event)


def render_thing_event(event: e.ThingEvent, world: World) -> tuple[Line, ...]:
    """The lines of one event of this subject."""
    from game.prose import thing_lines

    match event:
        case e.ThingExamined():
            return thing_lines.render_thing(event, world)
        case e.MoreToNote():
            return thing_lines.render_more(event)
        case e.Mentioned():
            return thing_lines.render_mention(event)
        case e.Taken():
            return thing_lines.render_taken(event)
        case e.Dropped():
            return thing_lines.render_dropped(event)
        case e.Carrying():
            return thing_lines.render_carried(event)
        case _:
            assert_never(event)


def render_ledger_event(event: e.LedgerEvent, world: World) -> tuple[Line, ...]:  # noqa: PLR0911 - one case an event
    """The lines of one event of this subject."""
    from game.prose import answer_lines, compare_lines, fact_lines, journey_lines, notebook_lines, source_lines

    match event:
        case e.EntityDescribed():
            return answer_lines.render_entity(event, world)
        case e.FactsNoted():
            return fact_lines.render_noted_facts(event, world)
        case e.NotebookShown():
            return notebook_lines.render_notebook(event, world)
        case e.TimelineShown():
            return notebook_lines.render_timeline(event)
        case e.JourneysShown():
            return journey_lines.render_journeys(event)
        case e.DifferencesShown():
            return compare_lines.render_found(event)
        case e.SourcesShown():
            return source_lines.render_sources(event, world)
        case _:
            assert_never(event)


def render_question_event(event: e.QuestionEvent, world: World) -> tuple[Line, ...]:
    """The lines of one event of this subject."""
    from game.prose import questions

    match event:
        case e.ItemAsked():
            return questions.render_asked(event)
        case e.Challenged():
            return questions.render_challenge(world)
        case e.ResponseMarked():
            return questions.render_marked(event, world)
        case e.Skipped():
            return questions.render_skipped()
        case _:
            assert_never(event)


def render_dispatch_event(event: e.DispatchEvent, world: World) -> tuple[Line, ...]:  # noqa: C901, PLR0911 - one case an event
    """The lines of one event of this subject."""
    from game.prose import dispatch_lines, report_lines

    match event:
        case e.DispatchShown():
            return dispatch_lines.render_draft(event)
        case e.FactsOffered():
            return dispatch_lines.render_offered_facts(event)
        case e.DispatchFiled(is_newsroom=True):
            return report_lines.render_report_verdict(event, world)
        case e.DispatchFiled():
            return dispatch_lines.render_verdict(event, world)
        case e.DeskShown():
            return report_lines.render_desk(event, world)
        case e.DeskChanged():
            return report_lines.render_desk_step(event)
        case e.ReportFilled():
            return report_lines.render_filled(event)
        case e.NotesOffered():
            return report_lines.render_offered_notes(event, world)
        case e.WayAsked():
            return report_lines.render_way_question(event, world)
        case e.HeadlinesOffered():
            return report_lines.render_headlines(event)
        case e.ReportRead():
            return report_lines.render_report(event, world)
        case _:
            assert_never(event)


def render_newsroom_event(event: e.NewsroomEvent, world: World) -> tuple[Line, ...]:  # noqa: C901, PLR0911 - one case an event
    """The lines of one event of this subject."""
    from game.prose import newsroom_lines

    match event:
        case e.WireArrived():
            return newsroom_lines.render_wire()
        case e.WireAnswered():
            return newsroom_lines.render_wire_answer(event, world)
        case e.WireReturned():
            return newsroom_lines.render_wire_return(event)
        case e.LineAsked():
            return newsroom_lines.render_line_question(event, world)
        case e.CorrectionPrinted():
            return newsroom_lines.render_correction(event)
        case e.PaperShown():
            return newsroom_lines.render_paper(event)
        case e.ClippingFound():
            return newsroom_lines.render_found_clipping(event)
        case e.ClippingsListed():
            return newsroom_lines.render_clippings(event)
        case e.ClippingCaught():
            return newsroom_lines.render_caught_clipping(event)
        case _:
            assert_never(event)


def render_guide_event(event: e.GuideEvent, world: World) -> tuple[Line, ...]:  # noqa: C901, PLR0911 - one case an event
    """The lines of one event of this subject."""
    from game.prose import help_lines, hint_lines, progress_lines

    match event:
        case e.Scored():
            return progress_lines.render_score(event, world)
        case e.ProgressShown():
            return progress_lines.render_progress(event, world)
        case e.HintGiven():
            return hint_lines.render_hint(event, world)
        case e.LessonGiven():
            return help_lines.render_lesson(event, world)
        case e.TipGiven():
            return help_lines.render_tip(event)
        case e.TutorialSet():
            return help_lines.render_tutorial(event, world)
        case e.HelpShown():
            return help_lines.render_help(event, world)
        case e.VerbsShown():
            return help_lines.render_verbs(world)
        case e.Taught():
            return help_lines.render_short_form(event)
        case _:
            assert_never(event)


def render_lead_event(event: e.LeadEvent, world: World) -> tuple[Line, ...]:
    """The lines of one event of this subject."""
    from game.prose import lead_lines

    match event:
        case e.LeadMoved():
            return lead_lines.render_moved(event, world)
        case e.JobShown():
            return lead_lines.render_job(event, world)
        case e.JobsListed():
            return lead_lines.render_jobs(event, world)
        case e.ClosingAsked():
            return lead_lines.render_closing(event)
        case e.Overreached():
            return lead_lines.render_overreach(event)
        case e.LeadClosed():
            return lead_lines.render_closed(event, world)
        case _:
            assert_never(event)


def render_tour_event(event: e.TourEvent, world: World) -> tuple[Line, ...]:  # noqa: C901, PLR0911 - one case an event
    """The lines of one event of this subject."""
    from game.prose import tour_lines

    match event:
        case e.Opened():
            return tour_lines.render_opening(event)
        case e.Arrived():
            return tour_lines.render_arrival(event, world)
        case e.DoneAgain():
            return tour_lines.render_done_again(event)
        case e.Undone():
            return tour_lines.render_undone(event)
        case e.RestartOffered():
            return tour_lines.render_restart_offer(event)
        case e.RestartDeclined():
            return tour_lines.render_restart_declined()
        case e.UnitsSet():
            return tour_lines.render_units(event)
        case e.Remarked():
            return tour_lines.render_remark()
        case e.AboutShown():
            return tour_lines.render_about(event, world)
        case e.CreditsShown():
            return tour_lines.render_credits(world)
        case e.VersionShown():
            return tour_lines.render_version(world)
        case _:
            assert_never(event)


def render_guided_event(event: e.GuidedEvent) -> tuple[Line, ...]:
    """The lines of one event of this subject."""
    from game.prose import guided_lines

    match event:
        case e.StopPlayed():
            return guided_lines.render_stop(event)
        case e.GuideWaits():
            return guided_lines.render_waiting()
        case e.GuideEnded():
            return guided_lines.render_end()
        case _:
            assert_never(event)


def render_dialogue_event(event: e.DialogueEvent, world: World) -> tuple[Line, ...]:
    """The lines of one event of this subject."""
    from game.prose import act_lines

    match event:
        case e.Acted():
            return act_lines.render_act(event, world)
        case e.Replied():
            return act_lines.render_reply(event)
        case e.Corrected():
            return act_lines.render_correction(event)
        case _:
            assert_never(event)


def render_choice_event(event: e.ChoiceEvent) -> tuple[Line, ...]:  # noqa: C901, PLR0911 - one case an event
    """The lines of one event of this subject."""
    from game.prose import choice_lines

    match event:
        case e.ChoiceOpen():
            return choice_lines.render_open_choice(event)
        case e.ChoiceHelped():
            return choice_lines.render_help(event)
        case e.ChoiceUnread():
            return choice_lines.render_unread(event)
        case e.ChoiceLeft():
            return choice_lines.render_left(event)
        case e.JudgementExplained():
            return choice_lines.render_judgement(event)
        case e.SentenceExplained():
            return choice_lines.render_sentence(event)
        case e.LineExplained():
            return choice_lines.render_line(event)
        case e.ClippingExplained():
            return choice_lines.render_clipping(event)
        case e.ObjectionHeard():
            return choice_lines.render_objection()
        case _:
            assert_never(event)


def render_answer_event(event: e.AnswerEvent, world: World) -> tuple[Line, ...]:  # noqa: C901, PLR0911 - one an event
    """The lines of one event of this subject."""
    from game.prose import answer_lines, glossary_lines, tour_answers

    match event:
        case e.Recalled():
            return answer_lines.render_recalled(event, world)
        case e.ToldElsewhere():
            return answer_lines.render_told_elsewhere(event, world)
        case e.NearTold():
            return answer_lines.render_near(event, world)
        case e.NotTold():
            return answer_lines.render_not_told(event)
        case e.TourExplained():
            return tour_answers.render_tour_answer(event, world)
        case e.WordExplained():
            return glossary_lines.render_meaning(event, world)
        case e.QuestionsCounted():
            return tour_answers.render_questions_left(event)
        case e.NotesNeeded():
            return tour_answers.render_notes_needed(event)
        case e.Unanswered():
            return answer_lines.render_unanswered(event, world)
        case _:
            assert_never(event)


def render_compare_event(event: e.CompareEvent, world: World) -> tuple[Line, ...]:
    """The lines of one event of this subject."""
    from game.prose import compare_lines

    match event:
        case e.NotesListed():
            return compare_lines.render_offer(event, world)
        case e.PairLaid():
            return compare_lines.render_pair(event, world)
        case e.PairJudged():
            return compare_lines.render_judged(event)
        case e.PairKnown():
            return compare_lines.render_known(event)
        case e.PairUnrelated():
            return compare_lines.render_unrelated(event)
        case e.PairNudged():
            return compare_lines.render_nudge(event)
        case _:
            assert_never(event)


def render_mistake_event(event: e.MistakeEvent, world: World) -> tuple[Line, ...]:
    """The lines of one event of this subject."""
    from game.prose import mistake_lines

    match event:
        case e.NotUnderstood():
            return mistake_lines.render_not_understood(event, world)
        case e.Ambiguous():
            return mistake_lines.render_ambiguous(event)
        case e.Unsure():
            return mistake_lines.render_unsure(event)
        case e.NotRun():
            return mistake_lines.render_not_run(event)
        case _:
            assert_never(event)
