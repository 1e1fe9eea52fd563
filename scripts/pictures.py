"""Draws the pictures of the documentation from the example corpus: ``make pictures`` runs it.

The comparison in a terminal is drawn as SVG; the rooms of the workbench are taken with Chromium, where there is one.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from rich.console import Console

from testimonia.casefile import Casefile
from testimonia.casefile.intake import Wishes, take_in
from testimonia.casefile.knowledge import codebook_of
from testimonia.casefile.update import bring_up_to_date
from testimonia.cli.demo import corpus
from testimonia.export.comparison_build import view
from testimonia.export.comparison_terminal import render
from testimonia.export.comparison_view import ComparisonView
from testimonia.ingest import collect

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)  # a picture that fetches its font would not be offline
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SHOWN = 3  # disputes on the picture; the program shows them all


@dataclass(frozen=True, slots=True)
class Room:
    """One picture: where it is taken, in which colours, and what is clicked before."""

    name: str
    address: str
    clicks: tuple[str, ...] = ()
    colours: Literal["light", "dark"] = "light"
    height: int = 800


# From the matrix to the first quotation in its text.
QUOTED = ("#matrix a.cell >> nth=0", "#panel a:has-text('in its text')")
ROOMS = (
    Room("overview", "/", height=760),
    Room("disputes", "/disputes", ("#matrix a.cell >> nth=0",)),
    Room("event", "/events?kind=event", ("table.list tbody a >> nth=0",), height=1000),
    Room("reader", "/disputes", QUOTED),
    Room("beside", "/disputes", (*QUOTED, "text=side by side >> nth=0")),
    Room("timeline", "/timeline", colours="dark"),
    Room("map", "/map", height=860),
    Room("actors", "/actors", height=900),
    Room("sources", "/sources", height=700),
    Room("review", "/review", colours="dark"),
)


def draw(folder: Path) -> list[Path]:
    """Writes ``comparison.svg`` and the rooms to ``folder``; what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "aleppo.db"
        with Casefile.open(path, create=True) as case:
            codebook = codebook_of(case)
            for outcome in take_in(case, collect([corpus("aleppo")]), codebook, Wishes()):
                print(outcome.path, outcome.state.value, file=sys.stderr)
            bring_up_to_date(case, codebook)
            whole = view(case)
        return [terminal(whole, folder), *rooms(path, folder)]


def terminal(whole: ComparisonView, folder: Path) -> Path:
    """The comparison as a terminal shows it."""
    console = Console(record=True, width=100, file=io.StringIO(), force_terminal=True, highlight=False)
    render(_beginning(whole), console)
    target = folder / "comparison.svg"
    drawn = console.export_svg(title="testimonia demo (its beginning)", unique_id="comparison")
    target.write_text(FONT_FACE.sub("", drawn), encoding="utf-8")
    return target


def rooms(path: Path, folder: Path) -> list[Path]:
    """A picture of each room in ``ROOMS``; none where there is no Chromium."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        print("no Chromium on this computer: the pictures of the rooms stay as they are", file=sys.stderr)
        return []
    command = [sys.executable, "-m", "testimonia", "serve", "--case", str(path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as serving, sync_playwright() as playwright:
        assert serving.stdout is not None
        address = re.search(r"http://\S+?/(?=\s)", serving.stdout.readline())
        assert address is not None
        running = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        try:
            return [_taken(running, address.group().rstrip("/"), room, folder) for room in ROOMS]
        finally:
            running.close()
            serving.terminate()


def _taken(browser: Browser, base: str, room: Room, folder: Path) -> Path:
    page = browser.new_page(viewport={"width": 1280, "height": room.height}, color_scheme=room.colours)
    page.goto(base + room.address, wait_until="networkidle")
    if page.locator("#live").count():
        page.wait_for_selector("#live[data-ready=true]")
        page.wait_for_timeout(2000)  # the map is drawn by the processor here
    for selector in room.clicks:
        page.click(selector)
        page.wait_for_load_state("networkidle")
    page.mouse.move(1, 1)
    target = folder / f"{room.name}.png"
    page.screenshot(path=target)
    page.close()
    return target


def _beginning(whole: ComparisonView) -> ComparisonView:
    return replace(whole, disputes=whole.disputes[:SHOWN], agreements=whole.agreements[:2], silences=whole.silences[:1])


if __name__ == "__main__":
    for written in draw(Path(sys.argv[1])):
        print(written)
