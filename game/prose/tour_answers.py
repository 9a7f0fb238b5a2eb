"""What the tour says of itself: who is here, what its words and signs mean, how it is played."""

from game.pack.world import World
from game.prose.fact_lines import render_known
from game.prose.help_lines import find_question_to_try
from game.prose.lines import Line, count_noun, quote_typed
from game.prose.own_words import Sentences
from game.tour.dispatch import MIN_DISPATCH_LINES
from game.tour.events import NotesNeeded, QuestionsCounted, TourExplained, TourTopic

_ANSWERS: dict[TourTopic, str] = {
    "visitor": "You are a visitor with a notebook. You walk from {place} to {place}, look and ask.",
    "guide": (
        "I am the voice of this tour, and no person. I know what the articles say and where it is told; of anything "
        "else I say so."
    ),
    "editor": (
        "Your editor is invented, has no name, and waits for your dispatch. DISPATCH begins one, where there is a "
        "desk; DISPATCH FILE brings the remarks."
    ),
    "dispatch": (
        "The dispatch is the report you send at the end: facts from your notebook, each printed as surely as its "
        "source said it. At a desk, DISPATCH shows it and says how to add facts; DISPATCH FILE sends it."
    ),
    "goal": (
        "Walk from the first {place} to the last, read what there is to read, and file a dispatch that says no more "
        "than its sources do. EXITS says where it goes on, X looks closely, HINT says what to do next."
    ),
    "stated": "Stated: the article says it in its own voice, without a hedge and without naming somebody else for it.",
    "reported": "Reported: the article passes on what somebody else said, such as a newspaper, a witness or “reports”.",
    "photo": "Photo: a picture or film shows it, or its caption says so.",
    "speculated": "Speculated: the article itself is not sure. It says likely, seems, suggests or possibly.",
    "staged": (
        "Staged: put there by the makers of this tour, so that there is something to see. It says nothing about the "
        "world. All other text rests on facts of the articles."
    ),
    "strength": (
        "Each fact has its strength in brackets: stated (the article says it flatly), reported (it passes on what "
        "somebody said), photo (a picture shows it), speculated (the article is not sure)."
    ),
    "cite": "A¶10 means article A, paragraph 10. Every fact has such a sign; SOURCE shows those of the text read last.",
    "save": (
        "The tour is saved by itself after every line. SAVE and a name keeps this point as well, RESTORE and the name "
        "brings it back."
    ),
    "notebook": (
        "Your notebook holds every fact you have read. A + stands before a new one, a * before one that you have. "
        "NOTEBOOK shows it, NOTEBOOK and a word searches it."
    ),
    "score": "SCORE tells how far you are: {places}, facts, questions.",
    "clock": "Take all the time you want: nothing happens while you read or think. SCORE tells how far you are.",
    "questions": (
        "Ask in your own words: WHO IS and a name, {try}, WHERE, WHEN, WHY. I answer from your "
        "notebook, or say where it is told. QUESTION asks you one; HELP lists the commands."
    ),
    "differences": (
        "You find out where the articles are not alike: COMPARE lays two of your notes side by side, and you judge. "
        "The sign ≠ stands before a dispute, ≈ before the rest. DIFFERENCES lists what you have found."
    ),
    "articles": (
        "All facts told here come from a few news articles, each called by a letter. WHAT IS ARTICLE A says more of "
        "the first; SOURCE says which one the text you read last rests on. No sentence of theirs is copied here."
    ),
    "plaque": (
        "The brass plaque by the door says how far the articles bear the {place} out: attested (they describe it), "
        "implied, inferred, or staged (it is all ours)."
    ),
    "truth": (
        "The facts here are what the articles say, with how sure they were; whether they are right, the tour does not "
        "know. What is marked staged is invented. SOURCE tells which is which."
    ),
    "help": (
        "HELP lists the commands, HELP and a word explains one, HINT says what to do next. QUIT ends the tour; it is "
        "saved before."
    ),
    "source": (
        "Every fact rests on paragraphs of a few news articles. SOURCE names those of the text you read last, "
        "SOURCE and a name those of a thing. What is marked staged rests on none."
    ),
    "class": (
        "Yes, a whole class can use it: each at a computer of their own, or all in front of one. The teacher’s guide, "
        "docs/teaching.md, leads from there to a paper for everybody and its marks."
    ),
    "skip": (
        "You need not read or answer everything: any way out is open from any {place}, SKIP puts a waiting "
        "question aside, and GO TO leads to what you left out."
    ),
    "length": (
        "As long as you like: it is saved after every line. SCORE tells how many {places}, facts and questions are "
        "left."
    ),
    "winning": (
        "There is no prize. At the end your report is marked, and a ticket shows how far you came; SCORE tells it "
        "before."
    ),
    "english": "This tour speaks English: ask in English, such as WHO IS and a name.",
    "makers": "CREDITS names who made this, ABOUT says what it is, VERSION which edition it is.",
}


TOUR_ANSWERS = Sentences("explained", {topic: text for topic, text in _ANSWERS.items()}, more_slots="try")


def render_tour_answer(event: TourExplained, world: World) -> tuple[Line, ...]:
    """The answer to a question about the tour."""
    if event.topic != "cite" or not event.cite:
        return (Line(TOUR_ANSWERS.say(world, event.topic, **{"try": lambda: find_question_to_try(world)}), "note"),)
    source, _, paragraph = event.cite.partition("¶")
    meaning = f"{quote_typed(event.cite)} is paragraph {paragraph} of article {source}."
    if not event.facts:
        return (Line(f"{meaning} You have noted nothing from it yet.", "note"),)
    return (Line(f"{meaning} Noted from it:", "note"), *render_known(event.facts, world))


def render_questions_left(event: QuestionsCounted) -> tuple[Line, ...]:
    """How many questions wait: of the quiz, and of those to follow up."""
    quiz = f"{count_noun(event.left, 'quiz question')} left, {event.here} of them here: QUESTION asks the next one."
    if not event.here:
        quiz = f"{count_noun(event.left, 'quiz question')} left, none of them here."
    leads = f" {count_noun(event.open_leads, 'open question')} to follow up: JOB ALL." if event.open_leads else ""
    return (Line(quiz + leads, "note"),)


def render_notes_needed(event: NotesNeeded) -> tuple[Line, ...]:
    """How many notes the question in hand still lacks, and how many a report takes."""
    report = f"A report takes at least {MIN_DISPATCH_LINES} notes."
    if event.lead is None:
        return (Line(f"{report} Each of its lines is one of them.", "note"),)
    has, total = sum(event.lead.filled), len(event.lead.filled)
    return (Line(f"Your question has {has} of {count_noun(total, 'note')}: JOB shows what it lacks. {report}", "note"),)
