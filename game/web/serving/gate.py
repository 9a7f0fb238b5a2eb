"""The gate: what every request must pass before a page is made, and what every answer carries.

In this order: the name that was asked for, how often its address asks, the size, and for what changes a tour where the
form comes from and its token. So a page behind the gate need not think of any of it.
"""

import asyncio
from collections.abc import Callable, Mapping
from hmac import compare_digest
from http import HTTPStatus
from urllib.parse import parse_qsl, urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from game.core.digests import blake2b
from game.prose.web_words import STORE_AWAY, name_error
from game.web.pages.elements import make
from game.web.pages.following import FOLLOWED
from game.web.pages.look import LOOK, Look, read_look, write_look
from game.web.pages.page_frame import Framed, Heading, render_frame
from game.web.serving.allowance import Allowance
from game.web.serving.own_address import OwnAddress
from game.web.stores.kept_values import StoreAwayError

MAX_BODY_BYTES = 16 << 10
MAX_FIELDS = 50
BODY_SECONDS = 10.0

REQUESTS_AT_ONCE, REQUESTS_PER_SECOND = 2_000, 500
"""Of one address, which may be a whole school: 300 pupils who join at once ask for some 1,500 pages."""
LINES_AT_ONCE, LINES_PER_SECOND = 30, 10
"""Of one browser."""
BEGINS_AT_ONCE, BEGINS_PER_SECOND = 400, 0.5
"""New tours of one address."""

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: with it, browsers send "Origin: null" with our own forms, too, and no form could be believed.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # In place of the versions of Python and aiohttp, which help nobody who is welcome.
    "Server": "carriages",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
KEEP_NOTHING, KEEP_FOR_EVER = "no-store", "private, max-age=31536000, immutable"

FORMS_WITHOUT_KEY = frozenset({"/begin", "/join", "/settings"})
"""Where a form may go that comes from a browser without a cookie."""

TEACHERS_PATH = "/board"
"""All addresses of a class's teacher are here or below."""

SIGN_PATH = "/ok"
"""Where a server says that it runs."""

FORM = web.RequestKey("form", dict[str, str])
"""The fields of the form of a request that has passed."""


class RefusedError(Exception):
    """A request that is not answered with what it asks for."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def is_teachers(path: str) -> bool:
    """Whether an address is the teacher's, with a cookie and tokens of its own."""
    return path == TEACHERS_PATH or path.startswith(f"{TEACHERS_PATH}/")


def make_token(key: str) -> str:
    """The token of a browser's forms. It follows from the key, which nobody else has, and tells nothing of it."""
    return blake2b(b"form", key=key.encode()[:64], digest_size=16).hexdigest()


class Gate:
    """The rules of one server."""

    def __init__(
        self,
        address: OwnAddress,
        tour: str,
        report: Callable[[Exception], object],
        clock: Callable[[], float],
    ) -> None:
        """Make it.

        Args:
            address: Of the server.
            tour: The title of the tour, for pages of errors.
            report: Told of errors of ours; the page tells nothing of them.
            clock: Gives seconds that only go up.
        """
        self.address, self._tour, self.report = address, tour, report
        self._requests = Allowance(REQUESTS_AT_ONCE, REQUESTS_PER_SECOND, clock)
        self._lines = Allowance(LINES_AT_ONCE, LINES_PER_SECOND, clock)
        self._begins = Allowance(BEGINS_AT_ONCE, BEGINS_PER_SECOND, clock)

    def make_middleware(self) -> Middleware:
        """The gate as aiohttp takes it."""

        @web.middleware
        async def pass_gate(request: web.Request, handler: Handler) -> web.StreamResponse:
            response = await self._answer(request, handler)
            _add_headers(response)
            return response

        return pass_gate

    def take_begin(self, request: web.Request) -> None:
        """Count a new tour.

        Raises:
            RefusedError: There were too many of its address.
        """
        if not self._begins.take(self.find_sender(request)):
            raise RefusedError(HTTPStatus.TOO_MANY_REQUESTS)

    def get_key(self, request: web.Request) -> str:
        """The key in the cookie of a request; empty without one."""
        return _read_cookie(request, self.address.cookie)

    def get_teachers_key(self, request: web.Request) -> str:
        """The key in the cookie of a teacher's board; empty without one."""
        return _read_cookie(request, self.address.teachers_cookie)

    def set_teachers_key(self, response: web.StreamResponse, key: str) -> None:
        """Give a teacher's browser its cookie, until it is closed."""
        secure = self.address.is_secure
        response.set_cookie(
            self.address.teachers_cookie, key, path="/", httponly=True, samesite="Strict", secure=secure
        )

    def get_wall_key(self, request: web.Request) -> str:
        """The key in the cookie of a wall; empty without one."""
        return request.cookies.get(self.address.wall_cookie, "")

    def set_wall_key(self, response: web.StreamResponse, key: str) -> None:
        """Give a wall its cookie, until its browser is closed."""
        secure = self.address.is_secure
        response.set_cookie(self.address.wall_cookie, key, path="/", httponly=True, samesite="Strict", secure=secure)

    def set_key(self, response: web.StreamResponse, key: str, seconds: int) -> None:
        """Give a browser its key."""
        # Lax and not Strict: who follows a link to the tour from a message goes on with it, and a form of another site
        # is sent without the cookie all the same.
        response.set_cookie(
            self.address.cookie,
            key,
            max_age=seconds,
            path="/",
            httponly=True,
            samesite="Lax",
            secure=self.address.is_secure,
        )

    def set_look(self, response: web.StreamResponse, look: Look) -> None:
        """Let a browser remember how it shows pages."""
        cookie, secure = f"{self.address.cookie}-look", self.address.is_secure
        seconds = 365 * 24 * 3600
        response.set_cookie(
            cookie, write_look(look), max_age=seconds, path="/", httponly=True, samesite="Lax", secure=secure
        )

    def render_error(self, status: int, told: tuple[str, str] | None = None) -> web.Response:
        """The page of an error.

        Args:
            status: Of the answer.
            told: Title and text; None for those of the status.
        """
        title, text = told or name_error(status)
        page = render_frame(
            Framed(self._tour, Heading(title), (make("p", text), make("p", make("a", self._tour, href="/"))))
        )
        response = web.Response(status=status, text=page, content_type="text/html")
        if told or status == HTTPStatus.TOO_MANY_REQUESTS:
            response.headers["Retry-After"] = "3"
        return response

    def render_bare_error(self, status: int) -> web.Response:
        """The page of an error in what came before the gate, with the headers that the gate would add."""
        response = self.render_error(status)
        _add_headers(response)
        return response

    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        # One connection may bring several requests, one after the other.
        FOLLOWED.set("")
        LOOK.set(read_look(request.cookies.get(f"{self.address.cookie}-look", "")))
        try:
            await self._check(request)
            return await handler(request)
        except RefusedError as refused:
            return self.render_error(refused.status)
        except web.HTTPException as refused:
            # Redirects are exceptions, too, and go as they are.
            return self.render_error(refused.status) if refused.status >= HTTPStatus.BAD_REQUEST else refused
        except StoreAwayError:
            # No error of ours, and there may be thousands of it. The link to the database tells when it is back.
            return self.render_error(HTTPStatus.SERVICE_UNAVAILABLE, STORE_AWAY)
        except Exception as bad:
            self.report(bad)
            return self.render_error(HTTPStatus.INTERNAL_SERVER_ERROR)

    async def _check(self, request: web.Request) -> None:
        # A proxy asks for this one by the number of the machine, to know whether it runs. It tells nothing.
        is_sign = request.path == SIGN_PATH and request.method == "GET"
        if not is_sign and not self._is_for_us(request):
            raise RefusedError(HTTPStatus.MISDIRECTED_REQUEST)
        if not self._requests.take(self.find_sender(request)):
            raise RefusedError(HTTPStatus.TOO_MANY_REQUESTS)
        if (request.content_length or 0) > MAX_BODY_BYTES:
            raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if request.method not in ("GET", "HEAD", "POST"):
            raise RefusedError(HTTPStatus.METHOD_NOT_ALLOWED)
        if request.method == "POST":
            self._check_origin(request)
            request[FORM] = await _read_form(request)
            self._check_token(request)

    def _check_origin(self, request: web.Request) -> None:
        host = request.headers.get("Host", "")
        came = request.headers.get("Origin") or _cut_path(request.headers.get("Referer", ""))
        if not self.address.is_own_page(came, host):
            raise RefusedError(HTTPStatus.FORBIDDEN)

    def _check_token(self, request: web.Request) -> None:
        key = self.get_teachers_key(request) if is_teachers(request.path) else self.get_key(request)
        # Before the first cookie there is no tour that a forged form could change.
        if not key and request.path in FORMS_WITHOUT_KEY:
            return
        if not key or not compare_digest(request[FORM].get("token", "").encode(), make_token(key).encode()):
            raise RefusedError(HTTPStatus.FORBIDDEN)
        if not self._lines.take(key):
            raise RefusedError(HTTPStatus.TOO_MANY_REQUESTS)

    def _is_for_us(self, request: web.Request) -> bool:
        """Whether a request names this server, and comes on the way on which it is served."""
        is_on_its_way = not self.address.public or self.address.is_from_proxy(request.remote or "")
        return is_on_its_way and self.address.is_own_host(request.headers.get("Host", ""))

    def find_sender(self, request: web.Request) -> str:
        """The address that asks. Each proxy adds it at the end; what stands before, anybody may have written."""
        remote = request.remote or ""
        if not self.address.public or not self.address.is_from_proxy(remote):
            return remote
        # Some proxies add a header of their own below one that was sent, so the last of all is the proxy's.
        forwarded = request.headers.getall("X-Forwarded-For", [""])[-1]
        senders = [each.strip() for each in forwarded.split(",")]
        return next((each for each in reversed(senders) if each and not self.address.is_from_proxy(each)), remote)


async def _read_form(request: web.Request) -> dict[str, str]:
    if request.content_type != "application/x-www-form-urlencoded":
        raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    try:
        async with asyncio.timeout(BODY_SECONDS):
            body = await request.read()
    except TimeoutError:
        raise RefusedError(HTTPStatus.REQUEST_TIMEOUT) from None
    try:
        text = body.decode("ascii")
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=MAX_FIELDS, errors="replace"))
    except ValueError:
        raise RefusedError(HTTPStatus.BAD_REQUEST) from None


def _add_headers(response: web.StreamResponse) -> None:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", KEEP_NOTHING)


def _read_cookie(request: web.Request, name: str) -> str:
    """A cookie; empty where it holds what no cookie of ours does."""
    found = request.cookies.get(name, "")
    return found if found.isascii() else ""


def _cut_path(referer: str) -> str:
    try:
        came = urlsplit(referer)
    except ValueError:
        return ""
    return f"{came.scheme}://{came.netloc}" if came.netloc else ""
