"""Transcripts, records, remarks, and the end of a session. The app writes files and quits; verbs report the wish."""

from game.tour.choices import Choices
from game.tour.commands import Bare, Text
from game.tour.events import QuitAsked, RecordAsked, Remarked, ReplayAsked, ReportUnfiled, TranscriptAsked
from game.tour.scope import Scope
from game.tour.turn import Turn
from game.tour.verbs.outcome import Outcome, report
from game.tour.verbs.verb import NOTHING, TEXT, Verb, split_words


def ask_transcript(scope: Scope, wish: Text) -> Outcome:
    """Ask for the session to be written to a file."""
    return report(scope, TranscriptAsked(wish=wish.text))


def ask_record(scope: Scope, wish: Text) -> Outcome:
    """Ask for the typed lines to be written to a file."""
    return report(scope, RecordAsked(wish=wish.text))


def ask_replay(scope: Scope, name: Text) -> Outcome:
    """Ask for the lines in a file to be typed."""
    return report(scope, ReplayAsked(name=name.text))


def take_remark(scope: Scope, _: Text) -> Outcome:
    """Take down a remark for the transcript."""
    return report(scope, Remarked())


def ask_quit(turn: Turn, _: Bare) -> Outcome:
    """Ask to leave; asked once, where a report was begun and not filed."""
    state = turn.state
    if turn.lexicon.world.newsroom is None or not state.draft or state.printed is not None:
        return leave(turn, _)
    again = ("quit", "q", "bye", "exit", "leave", "yes")
    turn.dialogue.choices = Choices([(again, "quit anyway")], is_menu=True)
    return report(turn, ReportUnfiled(lines=len(state.draft), leaving="game"))


def leave(scope: Scope, _: Bare) -> Outcome:
    """Leave, whatever is unfinished."""
    return report(scope, QuitAsked())


VERBS = (
    Verb(
        id="transcript",
        words=split_words("transcript, script"),
        takes=TEXT,
        perform=ask_transcript,
        group="game",
        forms=("on ", "off"),
    ),
    Verb(
        id="record",
        words=("record",),
        takes=TEXT,
        perform=ask_record,
        group="game",
        forms=("on ", "off"),
    ),
    Verb(
        id="replay",
        words=("replay",),
        takes=TEXT,
        perform=ask_replay,
        group="game",
    ),
    Verb(
        id="remark",
        words=split_words("remark, comment"),
        takes=TEXT,
        perform=take_remark,
        group="game",
    ),
    Verb(
        id="quit",
        words=split_words(
            "quit, q, bye, goodbye, good bye, leave game, exit game, quit game, i quit, end game, see you, close "
            "game, i want to quit, auf wiedersehen, tschüss, ciao, adios, bye bye, good night, quit the game, close "
            "the game, end the game"
        ),
        takes=NOTHING,
        perform=ask_quit,
        group="game",
    ),
    Verb(
        id="quit-anyway",
        words=split_words("quit anyway, leave anyway, exit anyway"),
        takes=NOTHING,
        perform=leave,
        group="game",
    ),
)
