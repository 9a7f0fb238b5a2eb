"""The front page of an invented newspaper: one model, printed as text, as a picture and as a page for a browser.

Each form holds every line with its article and paragraph, and says that the newspaper is invented.
"""

from game.exports.front_page.page_model import FrontPage, make_front_page

__all__ = ["FrontPage", "make_front_page", "render_page"]


def render_page(page: FrontPage, ending: str) -> str:
    """The page as the text of a file, by the ending of its name: .svg, .html, and plain text for any other."""
    match ending:
        case ".svg":
            from game.exports.front_page.page_svg import render_page_svg

            return render_page_svg(page)
        case ".html":
            from game.exports.front_page.page_html import render_page_html

            return render_page_html(page)
        case _:
            from game.exports.front_page.page_text import render_page_text

            return render_page_text(page)
