"""Axe over every room, in light and in dark, and a screenshot of each at two widths to be looked at."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import Serve
from tests.web.rooms import addresses

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDTHS = {1280: 860, 820: 1100}


def pictures(tmp_path: Path) -> Path:
    """Where screenshots go: the folder that ``TESTIMONIA_PICTURES`` names, else a temporary one."""
    folder = Path(os.environ.get("TESTIMONIA_PICTURES") or tmp_path / "pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_no_room_breaks_a_rule_of_access(
    browser: Browser, serve: Serve, example_path: Path, tmp_path: Path, colours: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    base = serve(example_path)
    folder = pictures(tmp_path)
    context = browser.new_context(base_url=base, color_scheme="dark" if colours == "dark" else "light")
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for room, path in addresses(base).items():
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            if width == 1280:
                page.goto(path)
                results = Axe().run(page, options={"resultTypes": ["violations"]})
                for violation in results.response["violations"]:
                    nodes = [node["html"][:110] for node in violation["nodes"][:2]]
                    found.setdefault(room, []).append(f"{violation['id']}: {nodes}")
            page.screenshot(path=folder / f"{room}-{colours}-{width}.png")
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if wide > 1:
                found.setdefault(room, []).append(f"{wide} pixels wider than {width}")
    context.close()
    assert found == {}


def test_the_keyboard_goes_through_a_page_visibly(browser: Browser, serve: Serve, example_path: Path) -> None:
    page = browser.new_page()
    page.goto(f"{serve(example_path)}/disputes")
    for _ in range(25):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
    page.close()
