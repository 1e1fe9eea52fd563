"""The workbench as an application: every room's routes behind one guard, over one case.

What always holds: importing this module loads the web framework and nothing that reads language.
"""

from __future__ import annotations

import getpass
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles

from testimonia import __version__
from testimonia.model.errors import TestimoniaError
from testimonia.web import (
    actors,
    decide,
    disputes,
    events,
    failing,
    mapping,
    overview,
    reader,
    review,
    search,
    settings,
    sources,
    take,
    timeline,
)
from testimonia.web.access import Access, Guard
from testimonia.web.desk import Desk
from testimonia.web.readings import Readings

# In the order in which their addresses are looked through: what acts comes before what only shows.
ROOMS = (
    decide, overview, disputes, events, reader, search, review, actors, sources, timeline, mapping, take, settings,
)  # fmt: skip
STATIC = Path(__file__).with_name("static")


def create_app(path: Path, access: Access | None = None, user: str = "") -> FastAPI:
    """The workbench over the case at ``path``, which is made where there is none.

    ``user`` is who decides, as judgements name them; by default who is logged in.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        threading.Thread(target=_laid_out, args=(app.state.desk,), name="lay out", daemon=True).start()
        yield
        app.state.readings.stop()
        app.state.desk.close()

    app = FastAPI(title="Testimonia", version=__version__, lifespan=lifespan, docs_url=None, redoc_url=None,
                  openapi_url="/openapi.json", description="Every page of the workbench as JSON.")  # fmt: skip
    app.state.desk = Desk(path, user or _somebody())
    app.state.readings = Readings(app.state.desk)
    for room in ROOMS:
        app.include_router(room.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    failing.install(app)

    @app.middleware("http")
    async def keep_static(request: Request, call_next: object) -> Response:
        response: Response = await call_next(request)  # type: ignore[operator]
        if request.url.path.startswith("/static/"):
            response.headers["cache-control"] = "no-cache"
        return response

    app.add_middleware(Guard, access=access or Access())
    return app


def _laid_out(desk: Desk) -> None:
    """Lays the case out before the first page asks for it; what fails here is told by the page that fails."""
    with suppress(TestimoniaError):
        desk.snapshot()


def _somebody() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"
