"""The workbench as an application: every room's routes behind one guard, over one case.

What always holds: importing this module loads the web framework and nothing that reads language.
"""

from __future__ import annotations

import getpass
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles

from testimonia import __version__
from testimonia.web import (
    actors,
    decide,
    disputes,
    events,
    failing,
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

STATIC = Path(__file__).with_name("static")


def create_app(path: Path, access: Access | None = None, user: str = "") -> FastAPI:
    """The workbench over the case at ``path``, which is made where there is none.

    ``user`` is who decides, as judgements name them; by default who is logged in.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        app.state.readings.stop()
        app.state.desk.close()

    app = FastAPI(title="Testimonia", version=__version__, lifespan=lifespan, docs_url=None, redoc_url=None,
                  openapi_url="/openapi.json", description="Every page of the workbench as JSON.")  # fmt: skip
    app.state.desk = Desk(path, user or _somebody())
    app.state.readings = Readings(app.state.desk)
    for room in (overview, disputes, decide, events, reader, search, review, actors, sources, timeline, take, settings):
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


def _somebody() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"
