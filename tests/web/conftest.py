from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from testimonia.casefile.casefile import Casefile
from testimonia.casefile.intake import take_in
from testimonia.casefile.knowledge import codebook_of
from testimonia.casefile.update import bring_up_to_date
from testimonia.ingest import collect
from testimonia.web.access import Access
from testimonia.web.app import create_app
from tests.casefile.conftest import fill
from tests.samples import COMPARISON, LINKED

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

PORT = 8799
ORIGIN = {"origin": f"http://127.0.0.1:{PORT}"}
EXAMPLES = Path(__file__).parents[2] / "examples" / "aleppo"


def client_of(path: Path) -> TestClient:
    """A client of the workbench over a case, speaking as the browser of its user would."""
    app = create_app(path, Access(port=PORT), "tester")
    return TestClient(app, base_url=f"http://127.0.0.1:{PORT}", headers=ORIGIN, raise_server_exceptions=False)


@pytest.fixture(autouse=True)
def _no_codebook_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))


@pytest.fixture
def case_path(tmp_path: Path) -> Path:
    """A case with the sample accounts, compared."""
    path = tmp_path / "case.db"
    with Casefile.open(path, create=True) as case:
        fill(case)
        case.store_comparison(LINKED, COMPARISON, case.state())
    return path


@pytest.fixture
def client(case_path: Path) -> Iterator[TestClient]:
    with client_of(case_path) as client:
        yield client


@pytest.fixture(scope="session")
def _read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "aleppo.db"
    with Casefile.open(path, create=True) as case:
        codebook = codebook_of(case)
        for _ in take_in(case, collect([EXAMPLES]), codebook):
            pass
        bring_up_to_date(case, codebook)
    return path


@pytest.fixture
def example_path(_read_once: Path, tmp_path: Path) -> Path:
    """A case of one's own with the example accounts, read and compared once for all tests."""
    return Path(shutil.copy(_read_once, tmp_path / "aleppo.db"))


@pytest.fixture
def example(example_path: Path) -> Iterator[TestClient]:
    with client_of(example_path) as client:
        yield client


class Served:
    """An application at a real address."""

    def __init__(self, app: FastAPI, listening: socket.socket) -> None:
        self.address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        config = uvicorn.Config(app, log_level="error")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([listening],), daemon=True)

    def start(self) -> None:
        self._thread.start()
        until = time.monotonic() + 10
        while not self._server.started and time.monotonic() < until:
            time.sleep(0.02)

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)


Serve = Callable[[Path], str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serves a case and gives its address."""
    running: list[Served] = []

    def begin(path: Path) -> str:
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        served = Served(create_app(path, Access(port=listening.getsockname()[1]), "tester"), listening)
        served.start()
        running.append(served)
        return served.address

    yield begin
    for served in running:
        served.stop()


@contextmanager
def quiet_page(browser: Browser, address: str, patience: int) -> Iterator[Page]:
    """A page of a workbench, ``patience`` in milliseconds; anything said on its console fails the test."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 860})
    opened = context.new_page()
    opened.set_default_timeout(patience)
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text) if complains(message) else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    assert said == []


def complains(message: ConsoleMessage) -> bool:
    """Whether the console tells of something wrong; that drawing without a graphics card is slow is none of it."""
    return message.type in ("error", "warning") and "GPU stall" not in message.text


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or a skip that says why."""
    from playwright.sync_api import sync_playwright

    found = next((p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium on this computer; scripts/find-browser says how to get one")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield running
        running.close()
