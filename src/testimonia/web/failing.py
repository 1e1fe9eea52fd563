"""What a page says when it cannot be shown: what happened, in one line, and what to do about it.

What always holds: no traceback, no path but the case's own, and nothing of the request unescaped; a request for JSON
is answered with JSON.
"""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from testimonia.model.errors import TestimoniaError
from testimonia.web import former
from testimonia.web.pages import answer
from testimonia.web.refusals import MissingError, RefusedError

if TYPE_CHECKING:
    from fastapi import FastAPI, Request

_log = logging.getLogger("testimonia.web")

_HINTS = {
    404: "Look for it with the search box (Ctrl-K), or begin at the overview.",
    405: "Open a page by its address, and change things with the buttons on it.",
    410: "Its claims keep their addresses; here is where they are now.",
    422: "Change the address or the form, or go back.",
    503: "Mend the case or name another one: testimonia serve --case FILE.",
    500: "The rest of the workbench goes on. Please report what you did; the terminal shows where it happened.",
}
_TITLES = {404: "Nothing stands here", 410: "This is no longer one thing",
           405: "This is not done here", 422: "This cannot be used",
           503: "The case cannot be read", 500: "The workbench failed on this page"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FailurePage:
    """What went wrong and what to do."""

    title: str
    status: int
    reason: str
    hint: str
    ways: tuple[former.Way, ...] = ()


def install(app: FastAPI) -> None:
    """Sets the answers for everything that can go wrong."""

    @app.exception_handler(TestimoniaError)
    async def told(request: Request, error: TestimoniaError) -> Response:
        if isinstance(error, former.MovedError):
            return RedirectResponse(_as_asked(request, error.location), 303)
        if isinstance(error, former.PartedError):
            return failure(request, 410, str(error), error.ways)
        status = 404 if isinstance(error, MissingError) else 422 if isinstance(error, RefusedError) else 503
        return failure(request, status, str(error))

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        said = "No page has this address." if error.status_code == 404 else str(error.detail)
        return failure(request, error.status_code, said)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0] if error.errors() else {"loc": (), "msg": "not understood"}
        field = ".".join(str(part) for part in first["loc"][1:])
        return failure(request, 422, f"{field or 'the request'}: {first['msg']}")

    @app.exception_handler(Exception)
    async def unforeseen(request: Request, error: Exception) -> Response:
        _log.error("%s failed", request.url.path, exc_info=error)
        return failure(request, 500, f"An error nobody foresaw ({type(error).__name__}).")


def _as_asked(request: Request, location: str) -> str:
    """``location`` as JSON where the older address was asked for so."""
    path, mark, query = location.partition("?")
    return f"{path}{'.json' if request.url.path.endswith('.json') else ''}{mark}{query}"


def failure(request: Request, status: int, reason: str, ways: tuple[former.Way, ...] = ()) -> Response:
    """The page, or the JSON, that tells of a failure and of the ``ways`` on."""
    if request.url.path.endswith(".json"):
        told = {"ways": [asdict(way) for way in ways]} if ways else {}
        return JSONResponse({"status": status, "reason": reason, **told}, status)
    hint = _HINTS.get(status, _HINTS[422])
    context = FailurePage(_TITLES.get(status, "This did not work"), status, reason, hint, ways)
    return answer(request, "failure.html", "", context, status)
