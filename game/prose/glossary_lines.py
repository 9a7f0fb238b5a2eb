"""The words of the game in one plain sentence each, and those of a pack as it explains them."""

from game.pack.world import World
from game.prose.choice_lines import WHEN_RIGHT
from game.prose.lines import Line
from game.prose.own_words import Sentences
from game.tour.events import WordExplained

MEANINGS = Sentences(
    "glossary",
    {
        "hedge": "A hedge is a word such as “likely”, “seems” or “reportedly”. It shows that the writer is not sure.",
        "source": "A source is where a fact comes from: an article, and the person or picture that it names. SOURCE "
        "tells that of the text you read last.",
        "note": "A note is one fact that you have read. It stands in your notebook with its number: NOTEBOOK.",
        "fact": "A fact here is one thing that an article says, with how sure the article is. Whether it is true, the "
        "tour does not know.",
        "judgement": "A judgement is what you decide about two notes: whether they contradict, differ or agree, or one "
        "is surer. COMPARE asks for it.",
        "attested": "Attested means that an article tells of such a room. The brass plaque by the door says which.",
        "implied": "Implied means that an article speaks of such a room without describing it.",
        "inferred": "Inferred means that no article speaks of such a room; it follows from what they tell.",
        "compare": "To compare is to read two notes side by side and to say what is between them: COMPARE 1 WITH 2.",
        **{word: WHEN_RIGHT[word] for word in ("contradict", "differ", "surer", "agree")},
        "paragraph": "A paragraph is a short part of an article. A¶10, or par. 10, is the tenth part of article A.",
        "lead": "A lead is a question that you follow up until your notes answer it. JOB shows what yours lacks.",
        "slot": "A box □ stands for a note that a question still needs. It is ticked when you have read that note.",
        "close": "To close a question is to choose the sentence that answers it from your notes: CLOSE, when all notes "
        "are there. It gives a headline.",
        "defend": "To defend a sentence is to show, if somebody doubts it, that your notes say it and no less.",
        "too far": "A sentence goes too far when it says more, or is surer, than your notes.",
        "bear out": "Notes bear a sentence out when they say all that it says, and are as sure.",
        "wire": "A wire is a short message over the telegraph. Here your editor sends one and wants a note back: SEND.",
        "clipping": "A clipping is a piece cut out of a newspaper. Here each is one wrong line of {rival}: CLIPPINGS.",
        "headline": "A headline is the line in large letters above a report. You choose that of your page at the desk: "
        "HEADLINE.",
        "front page": "The front page is the first page of a newspaper. FILE prints yours, at the desk.",
        "trust": "Trust is how far your editor relies on you. A true and exact line in answer to a wire brings some, a "
        "lost name or hedge costs some, and each makes your report a line longer. TRUST shows it.",
        "rival": "The rival is the other newspaper, {rival}. It is invented, and so is yours, {paper}.",
        "correction": "A correction says in the paper what was wrong in an earlier line: CORRECT.",
        "report": "The report is what you write at the end: lines from your notebook under a headline, printed as a "
        "page. REPORT shows it.",
        "desk": "The desk is where you put your report together from your notes. REPORT tells where one is.",
        "file": "To file a report is to hand it in, so that it is printed: FILE at the desk.",
        "edition": "An edition is one printing of a newspaper.",
        "scoop": "A scoop is news that no other paper has.",
    },
    more_slots="paper rival",
)


def render_meaning(event: WordExplained, world: World) -> tuple[Line, ...]:
    """What a word means."""
    if event.is_packs:
        means = next(gloss.means for gloss in world.tour.glossary if gloss.word == event.word)
        return (Line(means, "note"),)
    room = world.newsroom
    papers = {"paper": room.paper, "rival": room.rival} if room is not None else {}
    return (Line(MEANINGS.say(world, event.word, **papers), "note"),)
