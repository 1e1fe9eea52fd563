"""Who may speak to the workbench, and what its answers allow a browser to do.

What always holds: a request for another host, a change from another origin, or (where the workbench is reachable
from other computers) one without the token is refused before any page sees it; every answer carries a policy under
which nothing but our own files is loaded or run.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

from testimonia.model.errors import InputError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "testimonia-token"
# Bytes of one request at most: a hundred articles dropped at once are some ten megabytes.
MOST_BYTES = 64 * 1024 * 1024
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "object-src 'none'"
)
_HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)


@dataclass(frozen=True, slots=True)
class Access:
    """Where the workbench listens: ``token`` is ``None`` only where that is this computer alone."""

    host: str = "127.0.0.1"
    port: int = 8740
    token: str | None = None

    def __post_init__(self) -> None:
        if self.token is None and not is_loopback(self.host):
            raise InputError(f"--host {self.host}: reachable from other computers, so it needs a token")

    @property
    def hosts(self) -> frozenset[str]:
        """The values of the header ``Host`` that are answered; empty where any name may lead here."""
        if not is_loopback(self.host):
            wanted = {self.host} if self.host not in ("0.0.0.0", "::") else set()
        else:
            wanted = {"127.0.0.1", "localhost", "[::1]", self.host}
        return frozenset(f"{name}:{self.port}" for name in wanted) | frozenset(wanted if self.port == 80 else ())

    @property
    def address(self) -> str:
        """The address to open."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{shown}:{self.port}/" + (f"?token={self.token}" if self.token else "")


def is_loopback(host: str) -> bool:
    """Whether only this computer reaches ``host``."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def new_token() -> str:
    """A token that nobody guesses."""
    return secrets.token_urlsafe(24)


class Guard:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app = app
        self.access = access
        # Browsers send Sec-Fetch-Site to this computer only; from others a form needs its true origin to be let in,
        # which a page sends to its own address under the second policy.
        policy = b"no-referrer" if is_loopback(access.host) else b"same-origin"
        self._headers = (*_HEADERS, (b"referrer-policy", policy))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses, redirects once to keep the token, or lets through; adds the headers to every answer."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        refused = self._refusal(scope, headers)
        if refused is not None:
            status, reason = refused
            scope["testimonia.refused"] = refused
            await self._plain(send, status, reason)
            return
        if self.access.token and (target := self._entering(scope)) is not None:
            await self._plain(send, 303, "", ((b"location", target), (b"set-cookie", self._cookie())))
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *self._headers]
            await send(message)

        await self.app(scope, _limited(receive), with_headers)

    def _refusal(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if self.access.hosts and host not in self.access.hosts:
            return (
                400,
                "This workbench does not answer under that name; open the address that was printed.",
            )
        if scope["method"] not in SAFE and not _same_origin(headers, host):
            return 403, "A change must come from a page of this workbench; this one came from elsewhere."
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > MOST_BYTES:
            return (
                413,
                f"One request may hold {MOST_BYTES // 2**20} MB; hand over fewer files.",
            )
        if self.access.token and not self._known(scope, headers):
            return 401, "This workbench asks for its token; open the whole address that `testimonia serve` printed."
        return None

    def _known(self, scope: Scope, headers: dict[str, str]) -> bool:
        assert self.access.token
        given = dict(parse_qsl(scope["query_string"].decode("latin-1"))).get("token", "")
        try:
            kept = SimpleCookie(headers.get("cookie", ""))
        except CookieError:
            kept = SimpleCookie()
        cookie = kept[COOKIE].value if COOKIE in kept else ""
        wanted = self.access.token.encode()
        return any(hmac.compare_digest(words.encode(), wanted) for words in (given, cookie))

    def _entering(self, scope: Scope) -> bytes | None:
        """Where to go on with the token in a cookie rather than in the address, if it stands in the address."""
        given = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if scope["method"] not in SAFE or not any(name == "token" for name, _ in given):
            return None
        rest = urlencode([(name, value) for name, value in given if name != "token"])
        path = "/" + str(scope["path"]).lstrip("/\\")
        return (path + (f"?{rest}" if rest else "")).encode("ascii", "backslashreplace")

    async def _plain(self, send: Send, status: int, words: str, more: tuple[tuple[bytes, bytes], ...] = ()) -> None:
        body = words.encode()
        headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": status, "headers": [*headers, *more, *self._headers]})
        await send({"type": "http.response.body", "body": body})

    def _cookie(self) -> bytes:
        return f"{COOKIE}={self.access.token}; Path=/; HttpOnly; SameSite=Strict".encode()


def _same_origin(headers: dict[str, str], host: str) -> bool:
    """Whether a browser says that its page is ours.

    A page without referrers sends its forms with the origin "null"; then ``Sec-Fetch-Site``, which no page can set,
    says where they come from.
    """
    origin = headers.get("origin", "")
    if origin == "null":
        return headers.get("sec-fetch-site") == "same-origin"
    parts = urlsplit(origin)
    return parts.scheme in ("http", "https") and parts.netloc == host


def _limited(receive: Receive) -> Receive:
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MOST_BYTES:
            return {"type": "http.disconnect"}
        return message

    return counted
