"""A notice for who is on a page that the class has left: that it has gone on, and the way there.

Such a page is not taken away: somebody types on it, or reads. The notice is in the page from the beginning, hidden; the
script shows it. Without the script, the next form or link leads on.
"""

from contextvars import ContextVar

from game.exports.report_markup import RawMarkup
from game.prose import class_words as words
from game.web.pages.elements import make

FOLLOWED: ContextVar[str] = ContextVar("followed", default="")
"""Of the request that is answered: the news by which its page hears that the class has gone on; empty for none."""


def render_notice(body: RawMarkup) -> RawMarkup | None:
    """The notice; nothing where nobody can stay behind, and for a page that listens to news and moves by itself.

    Args:
        body: Of the page. Texts in it are escaped, so that none looks like an attribute.
    """
    news = FOLLOWED.get()
    if not news or ' data-news="' in body:
        return None
    told = make("p", words.GONE_ON, " ", make("a", words.GO_THERE, href="/", kind="button"), kind="notice", hidden=True)
    return make("div", told, id="behind", role="status", data_news=news)
