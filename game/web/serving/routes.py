"""What answers the addresses that every server has, and how an answer is sent."""

from http import HTTPStatus

from aiohttp import web

from game.web.pages.static_files import STATIC_FILES
from game.web.serving.gate import KEEP_FOR_EVER, RefusedError

COOKIE_SECONDS = 365 * 24 * 3600


async def send_static(request: web.Request) -> web.Response:
    """The style sheet, the script or the icon."""
    found = STATIC_FILES.get(request.path)
    if found is None:
        raise RefusedError(HTTPStatus.NOT_FOUND)
    return web.Response(body=found.data, content_type=found.kind, headers={"Cache-Control": KEEP_FOR_EVER})


async def say_ok(_: web.Request) -> web.Response:
    """That the server runs, for a proxy that asks."""
    return web.Response(text="ok\n")


def send_page(page: str, status: int = HTTPStatus.OK) -> web.Response:
    """A page."""
    return web.Response(text=page, content_type="text/html", status=status)


def send_on(path: str) -> web.Response:
    """Let the browser get another page. Then a refresh asks for that page, and sends no form again."""
    return web.Response(status=HTTPStatus.SEE_OTHER, headers={"Location": path})
