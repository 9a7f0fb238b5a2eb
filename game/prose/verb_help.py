"""How each verb is typed and what it does, for the help: verb id -> usage and one sentence."""

from collections.abc import Mapping
from typing import NamedTuple

from game.prose.own_words import Sentences


class VerbHelp(NamedTuple):
    """What the help says of one verb."""

    usage: str
    """How it is typed."""
    text: str
    """What it does, one sentence or two."""


# The words of a verb are not here: a player may type them, so they belong to the tour. The sentences are only read.
VERB_HELP: Mapping[str, VerbHelp] = {
    "go": VerbHelp(
        "{way}, GO TO NAME",
        "Walk to the next {place}, or to any other, by number or name: 12 alone goes there.",
    ),
    "exits": VerbHelp("EXITS", "Say which way leads where."),
    "places": VerbHelp("PLACES", "List the {places} and mark those you have seen."),
    "guide": VerbHelp(
        "GUIDE",
        "Be shown round: GUIDE plays the next stop, and then Enter alone plays one more. You only answer questions.",
    ),
    "look": VerbHelp("LOOK", "Read the {place} you are in."),
    "picture": VerbHelp("DESCRIBE PICTURE", "The picture of the {place} in a sentence."),
    "examine": VerbHelp("X THING", "Look closely at a thing. Most facts are found this way."),
    "ask": VerbHelp("WHO IS NAME", "What the articles say of a person, a place or a thing they name."),
    "wonder": VerbHelp("{try}", "Ask in your own words; what you have noted is searched for the answer."),
    "work": VerbHelp("PULL LEVER, PUT THING ON THING", "Work what can be worked: pull, push, turn, open, lift, put."),
    "act": VerbHelp("LISTEN, TOUCH THING", "Much can be tried; little changes: this is an exhibition."),
    "source": VerbHelp(
        "SOURCE, SOURCE THING",
        "Where the last text, or that of a thing, comes from and how sure that source was; or that it is staged.",
    ),
    "take": VerbHelp("TAKE THING", "Carry a thing that can be carried. TAKE ALL, TAKE ALL BUT THING."),
    "drop": VerbHelp("DROP THING", "Leave a carried thing here."),
    "inventory": VerbHelp("INVENTORY", "What you carry."),
    "question": VerbHelp(
        "QUESTION",
        "Be asked about this {place}. Answer with a letter; ? repeats, SKIP puts it aside.",
    ),
    "answer": VerbHelp("B", "Answer the question that waits, by letter, number or words."),
    "repeat": VerbHelp("?", "Ask the question that waits again."),
    "skip": VerbHelp("SKIP", "Put the question aside; nothing is lost."),
    "hint": VerbHelp("HINT", "A nudge; again for a pointer, and again for the answer."),
    "compare": VerbHelp(
        "COMPARE 3 WITH 11",
        "Lay two notes side by side, by their numbers or words, and judge what is between them. NOTEBOOK numbers them. "
        "Your first judgement counts: a wrong one is explained and the pair is found, but not right first time.",
    ),
    "notebook": VerbHelp("NOTEBOOK", "The facts you have noted. Also BY SOURCE, BY STRENGTH, FIND WORD, EXPORT FILE."),
    "job": VerbHelp(
        "JOB, JOB ALL, JOB 2",
        "Your question, the notes it needs, and where the next one is; all your questions; another question first.",
    ),
    "close": VerbHelp(
        "CLOSE",
        "Choose the sentence that you could defend, when you have all the notes of a question. It gives a headline.",
    ),
    "timeline": VerbHelp("TIMELINE", "What you have noted, in the order of its dates."),
    "differences": VerbHelp(
        "DIFFERENCES",
        "What you have found between two notes, and which notes still wait.",
    ),
    "journeys": VerbHelp("ROUTES", "The journeys you have read of."),
    "score": VerbHelp("SCORE", "How far you have come, and what the count is made of."),
    "progress": VerbHelp("PROGRESS", "{Place} by {place}, what you have noted and answered and what is still there."),
    "practice": VerbHelp(
        "PRACTICE",
        "A round of questions about what you have noted; PRACTICE ALL of everything, PRACTICE DUE what is due.",
    ),
    "honours": VerbHelp("HONOURS", "What there is to be proud of, and what of it you have reached."),
    "send": VerbHelp("SEND WORDS", "Send one note to your paper, when a wire asks for a line."),
    "correct": VerbHelp("CORRECT", "Print a correction of a line that you sent with a mistake."),
    "trust": VerbHelp("TRUST", "What your paper thinks of you, how many lines it has room for, and the next wire."),
    "clippings": VerbHelp(
        "CLIPPINGS", "What the invented rival prints; COMPARE CLIPPING WITH and words of a note shows what is wrong."
    ),
    "dispatch": VerbHelp("DISPATCH", "Write and file your report: FIND, ADD, 1 HEDGED, MOVE, REMOVE, FILE."),
    "file": VerbHelp("FILE", "Hand your report in, at a desk; the editor reads every line."),
    "print": VerbHelp("PRINT", "Print your page, or hear what it still needs."),
    "add": VerbHelp("ADD 4, ADD 4 AND 7", "At the desk, add notes to your report; 4 alone does the same."),
    "lead-with": VerbHelp("LEAD WITH 4, 7", "At the desk, put notes first in your report, in that order."),
    "leave-out": VerbHelp("LEAVE OUT 4", "At the desk, take a note out of your report."),
    "headline": VerbHelp("HEADLINE", "At the desk, choose the headline of your report."),
    "fill": VerbHelp("FILL", "At the desk, let the editor add the best honest lines."),
    "home": VerbHelp("GO HOME", "Leave the column blank, where you want to file nothing."),
    "page": VerbHelp(
        "PAGE, PAGE SAVE NAME",
        "The front page with your report; saved as text, as a picture (.svg) and as a page for a browser (.html).",
    ),
    "ticket": VerbHelp(
        "TICKET, TICKET SAVE FILE",
        "Your ticket as far as you have come; saved as text, or as a picture when the name ends in .svg.",
    ),
    "help": VerbHelp("HELP", "What works here; HELP TAKE tells of one command."),
    "verbs": VerbHelp("VERBS", "Every word a line may begin with."),
    "about": VerbHelp("ABOUT", "What this tour is, and what in it is staged."),
    "credits": VerbHelp("CREDITS", "What the tour is made from."),
    "version": VerbHelp("VERSION", "Which game and which pack this is."),
    "tutorial": VerbHelp("TUTORIAL ON, OFF", "Short lessons while you begin, or none."),
    "units": VerbHelp(
        "UNITS METRIC, IMPERIAL, BOTH, SOURCE",
        "Add our own conversion to speeds and lengths; the figures of the articles always stay.",
    ),
    "undo": VerbHelp("UNDO", "Take back the last turn, as often as you like."),
    "redo": VerbHelp("REDO", "Do again what UNDO has just taken back."),
    "again": VerbHelp("AGAIN", "Do the last thing once more."),
    "oops": VerbHelp("OOPS WORD", "Put that word in place of the one that was not understood."),
    "save": VerbHelp("SAVE NAME", "Keep this point under a name. Every turn is kept anyway."),
    "restore": VerbHelp("RESTORE NAME", "Go back to a point you have kept."),
    "tours": VerbHelp("TOURS, TOURS 2", "List the last five tours before this one; a number brings that one back."),
    "take over": VerbHelp(
        "TAKE OVER", "Bring the tour into this window, when it is open in another one. The other can then only read."
    ),
    "continue": VerbHelp("CONTINUE", "Go on with the tour that is kept."),
    "restart": VerbHelp("RESTART", "Begin a new tour, after asking. UNDO goes back to this one, and TOURS lists it."),
    "transcript": VerbHelp(
        "TRANSCRIPT ON FILE, OFF",
        "Write this session, from its start on, to a file; carriages replay plays it again.",
    ),
    "record": VerbHelp("RECORD ON FILE, OFF", "Write the lines you type, and nothing else, to a file."),
    "replay": VerbHelp("REPLAY FILE", "Type the lines of a record or a transcript."),
    "remark": VerbHelp("* REMARK", "Put a remark into the session’s transcript; the tour takes no notice."),
    "quit": VerbHelp("QUIT", "Leave. The tour is kept and goes on where you were."),
    "quit-anyway": VerbHelp("QUIT ANYWAY", "Leave, with a report that nobody has read."),
}

USAGES = Sentences("usage", {verb_id: told.usage for verb_id, told in VERB_HELP.items()}, more_slots="way try")
TOLD = Sentences("told", {verb_id: told.text for verb_id, told in VERB_HELP.items()}, more_slots="way try")
