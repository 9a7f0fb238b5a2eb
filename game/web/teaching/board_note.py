"""What was done from the board, for the page that is shown next.

It travels in a cookie: any process of the class may answer the next request, and the address must not say it again when
the page is loaded once more.
"""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hmac import compare_digest

from aiohttp import web

from game.core.digests import blake2b
from game.web.classes.class_site import ClassSite
from game.web.serving.gate import TEACHERS_PATH

SECONDS = 30


def write_note(site: ClassSite, response: web.StreamResponse, text: str) -> None:
    """Let the next page of the board say something."""
    data = urlsafe_b64encode(text.encode()).decode()
    address = site.gate.address
    response.set_cookie(
        _name(site),
        f"{data}.{_sign(site, data)}",
        max_age=SECONDS,
        path=TEACHERS_PATH,
        httponly=True,
        samesite="Strict",
        secure=address.is_secure,
    )


def read_note(site: ClassSite, request: web.Request) -> str:
    """What the last page wanted to be said; empty for nothing, and for what no page of the class has written."""
    data, _, sign = request.cookies.get(_name(site), "").partition(".")
    if not data or not compare_digest(sign.encode(), _sign(site, data).encode()):
        return ""
    try:
        return urlsafe_b64decode(data).decode()
    except (binascii.Error, ValueError):
        return ""


def drop_note(site: ClassSite, response: web.StreamResponse) -> None:
    """It was said."""
    response.del_cookie(_name(site), path=TEACHERS_PATH)


def _name(site: ClassSite) -> str:
    return f"{site.gate.address.teachers_cookie}-told"


def _sign(site: ClassSite, data: str) -> str:
    return blake2b(data.encode(), key=site.house.board.encode()[:64], digest_size=16).hexdigest()
