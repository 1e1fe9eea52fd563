"""How a page is registered: one function builds its context, and the page and its JSON are both made of that.

What always holds: ``/path`` and ``/path.json`` take the same parameters and show the same object; every text that a
template prints is escaped.
"""

from __future__ import annotations

import csv
import inspect
import io
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, get_type_hints

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response
from starlette.concurrency import run_in_threadpool

from testimonia import __version__
from testimonia.web.desk import Desk
from testimonia.web.folding import Veiled
from testimonia.web.snapshot import Snapshot

if TYPE_CHECKING:
    from jinja2 import Environment

UNVEILED = "testimonia-unveiled"

Build: TypeAlias = Callable[..., Any]
Sheet: TypeAlias = Callable[[Any], Iterable[Sequence[object]]]
FORMULA = tuple("=+-@\t\r")  # what spreadsheets take for the beginning of a formula


def desk_of(request: Request) -> Desk:
    """The desk of the application that answers."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk


def snapshot_of(request: Request) -> Snapshot:
    """The case as it stands."""
    return desk_of(request).snapshot()


OnDesk = Annotated[Desk, Depends(desk_of)]
Shown = Annotated[Snapshot, Depends(snapshot_of)]
Page = Annotated[int, Query(ge=1, le=100_000, description="Which page of the list, from 1.")]
Words = Annotated[str, Query(max_length=400)]


def page(
    router: APIRouter, path: str, template: str, room: str, sheet: Sheet | None = None
) -> Callable[[Build], Build]:
    """Registers the function that builds the context of the page at ``path`` and of ``path.json``.

    ``sheet`` makes the rows of ``path.csv`` of the same context. Its return type is the schema of the JSON. A request
    of htmx gets the page without its frame.
    """

    def register(build: Build) -> Build:
        hints = get_type_hints(build, include_extras=True)
        signature = inspect.signature(build)
        parameters = [p.replace(annotation=hints[p.name]) for p in signature.parameters.values()]
        asked = inspect.Parameter("asked", inspect.Parameter.KEYWORD_ONLY, annotation=Request)

        async def html(asked: Request, **given: Any) -> Response:
            context = await run_in_threadpool(build, **given)
            if isinstance(context, Response):
                return context
            return await run_in_threadpool(answer, asked, template, room, context)

        html.__signature__ = inspect.Signature([*parameters, asked], return_annotation=Response)  # type: ignore[attr-defined]
        html.__name__ = f"{build.__name__}_page"
        html.__annotations__ = {}
        data = path if path != "/" else "/index"
        router.add_api_route(f"{data}.json", _plainly(build, parameters), response_model=hints["return"])
        if sheet is not None:
            router.add_api_route(f"{data}.csv", _as_sheet(build, parameters, sheet), include_in_schema=False)
        router.add_api_route(path, html, response_class=HTMLResponse, include_in_schema=False)
        return build

    return register


def _as_sheet(build: Build, parameters: list[inspect.Parameter], sheet: Sheet) -> Build:
    def shown(**given: Any) -> Response:
        stream = io.StringIO()
        csv.writer(stream, lineterminator="\n").writerows([told(cell) for cell in row] for row in sheet(build(**given)))
        headers = {"content-disposition": f'attachment; filename="{build.__name__}.csv"'}
        return Response(stream.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)

    shown.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    shown.__name__ = f"{build.__name__}_sheet"
    shown.__annotations__ = {}
    return shown


def told(cell: object) -> str:
    """A cell for a spreadsheet: what would be taken for a formula gets a mark before it."""
    words = "; ".join(map(str, cell)) if isinstance(cell, tuple) else str(cell)
    return f"'{words}" if words[:1] in FORMULA else words


def _plainly(build: Build, parameters: list[inspect.Parameter]) -> Build:
    def shown(**given: Any) -> Any:
        return build(**given)

    shown.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    shown.__name__ = build.__name__
    shown.__doc__ = build.__doc__
    shown.__annotations__ = {}
    return shown


def answer(request: Request, template: str, room: str, context: object, status: int = 200) -> HTMLResponse:
    """The page that ``template`` makes of ``context``, whole, or the part of it that htmx asked for."""
    part = request.headers.get("hx-request") == "true" and request.headers.get("hx-boosted") != "true"
    about = _about(request)
    veiled = None if about["unveiled"] else _veiled(request)
    values = {"page": context, "room": room, "about": about, "frame": "bare.html" if part else "layout.html",
              "folded": veiled.names.within if veiled else lambda words: False,
              "left_out": veiled.names.left_out if veiled else str}  # fmt: skip
    text = environment().get_template(template).render(values)
    if veiled:
        text = veiled.fold(text)
    return HTMLResponse(text, status, {"cache-control": "no-store", "vary": "hx-request"})


def _veiled(request: Request) -> Veiled | None:
    """What is folded in every page, where the case can be read."""
    from testimonia.model.errors import TestimoniaError

    try:
        return desk_of(request).snapshot().veiled
    except TestimoniaError:
        return None


def _about(request: Request) -> dict[str, Any]:
    """What the frame of every page shows: the case, whether names are unveiled, what is being done."""
    from testimonia.model.errors import TestimoniaError

    desk = desk_of(request)
    counts: dict[str, int] = {}
    current = True
    try:
        held = desk.snapshot()
        current = held.current or not held.documents
        counts = {"disputes": len(held.disputes), "events": len(held.events), "documents": len(held.accounts)}
    except TestimoniaError:
        pass
    target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return {
        "case": desk.path.stem, "version": __version__, "unveiled": request.cookies.get(UNVEILED) == "yes",
        "comparing": not current and not desk.failure, "progress": desk.progress,
        "stopped": desk.stopped, "reading": desk.reading, "failure": desk.failure, "counts": counts,
        "here": target if len(target) < 2000 else request.url.path, "path": request.url.path, "user": desk.user,
        "query": request.url.query,
    }  # fmt: skip


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, with the words that they use."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    from testimonia.export import wording
    from testimonia.web import address, signs

    made = Environment(
        loader=PackageLoader("testimonia.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False, extensions=["jinja2.ext.loopcontrols"],
    )  # fmt: skip
    made.filters["period"] = wording.period
    made.filters["day"] = lambda value: wording.day(value) if value else ""
    made.filters["number"] = wording.number
    made.filters["percent"] = lambda value: f"{value:.0%}"
    made.globals["address"] = address
    made.globals["sign_words"] = signs.WORDS
    made.globals["rooms"] = ROOMS
    return made


# The rooms in the order of the rail: name, address, what its number counts, and the key that leads there after g.
ROOMS = (
    ("Overview", "/", "", "o"),
    ("Disputes", "/disputes", "disputes", "d"),
    ("Events", "/events", "events", "e"),
    ("Accounts", "/documents", "documents", "a"),
    ("Timeline", "/timeline", "", "t"),
    ("Map", "/map", "", "m"),
    ("Actors", "/actors", "", "c"),
    ("Sources", "/sources", "", "s"),
    ("Review", "/review", "", "r"),
)
