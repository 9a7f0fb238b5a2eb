"""All subjects of which a pack may have sentences of its own, beside the acts of ``act_answers``."""

from game.prose.act_lines import ACTING
from game.prose.answer_lines import ANSWERING
from game.prose.glossary_lines import MEANINGS
from game.prose.help_lines import HELPING
from game.prose.hint_lines import HINTS
from game.prose.honour_lines import HONOUR_NAMES, HONOURS_FOR
from game.prose.lead_lines import LEADS
from game.prose.mistake_lines import MISTAKES
from game.prose.page_words import TICKET_LABELS
from game.prose.progress_lines import SCORES
from game.prose.quiz_commands import QUIZ_WORDS
from game.prose.refusal_lines import REFUSALS
from game.prose.room_lines import ROOMS
from game.prose.save_notices import KEPT
from game.prose.tour_answers import TOUR_ANSWERS
from game.prose.tour_lines import TOUR_LINES
from game.prose.verb_help import TOLD, USAGES

SUBJECTS = {
    sentences.subject: sentences
    for sentences in (
        ROOMS,
        TOUR_LINES,
        SCORES,
        HINTS,
        LEADS,
        HELPING,
        USAGES,
        TOLD,
        TOUR_ANSWERS,
        MEANINGS,
        ANSWERING,
        MISTAKES,
        REFUSALS,
        ACTING,
        QUIZ_WORDS,
        HONOUR_NAMES,
        HONOURS_FOR,
        TICKET_LABELS,
        KEPT,
    )
}
"""Subject -> its sentences."""
