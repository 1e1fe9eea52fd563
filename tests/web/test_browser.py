"""Each room in real Chromium: its main path with the mouse and with the keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import Serve, quiet_page
from tests.web.rooms import addresses

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def page(browser: Browser, serve: Serve, example_path: Path) -> Iterator[Page]:
    """A page of the workbench over the example case; anything said on its console fails the test."""
    with quiet_page(browser, serve(example_path), 15_000) as opened:
        yield opened


def test_a_newcomer_reaches_the_quotations_of_a_dispute_in_two_clicks(page: Page) -> None:
    page.goto("/")
    page.click("nav.rail >> text=Disputes")
    page.click("#matrix a.cell >> nth=0")
    page.wait_for_selector("#panel blockquote mark")
    assert page.url.endswith("/disputes")


def test_the_matrix_is_walked_and_opened_by_keyboard_alone(page: Page) -> None:
    page.goto("/disputes")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("#matrix tr[data-row] >> nth=1")
    assert "at" in (second.get_attribute("class") or "")
    page.keyboard.press("k")
    page.keyboard.press("l")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel blockquote")
    page.keyboard.press("Escape")
    assert page.locator("#panel").inner_html() == ""
    assert page.evaluate("document.activeElement.classList.contains('cell')")


def test_filters_take_effect_as_they_are_chosen_and_stand_in_the_address(page: Page) -> None:
    page.goto("/disputes")
    page.select_option("select[name=group]", "kind")
    page.wait_for_selector("tr.group")
    assert "group=kind" in page.url
    page.go_back()
    page.wait_for_selector("#matrix tr[data-row]")
    assert page.locator("tr.group").count() == 0


def test_search_opens_with_a_key_finds_as_one_types_and_leads_on(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Control+k")
    page.keyboard.type("hosp")
    page.wait_for_selector("#quick-hits a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(documents|claims|events|disputes|actors|map)"))


def test_the_sheet_of_keys_opens_and_letters_lead_to_rooms(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("t")
    page.wait_for_url("**/timeline")


def test_a_letter_alone_leads_nowhere(page: Page) -> None:
    page.goto("/disputes")
    for letter in "dtmo":
        page.keyboard.press(letter)
    assert page.url.endswith("/disputes")


def test_the_reader_marks_claims_and_shows_the_one_in_focus(page: Page) -> None:
    page.goto(addresses(base_of(page))["reader"])
    assert page.locator(".text mark.focus").count() >= 1
    first = page.locator(".claim-list a >> nth=0")
    first.hover()
    page.wait_for_selector(".text mark.hover")
    first.click()
    page.wait_for_url(re.compile("claim="))
    assert page.locator(".chain li").count() >= 1


def test_a_click_on_a_mark_brings_its_claim_into_focus(page: Page) -> None:
    page.goto(addresses(base_of(page))["reader"].partition("?")[0])
    mark = page.locator(".text mark >> nth=2")
    claims = (mark.get_attribute("data-claims") or "").split()
    mark.click()
    page.wait_for_url(re.compile("claim="))
    assert re.search(r"claim=(\w+)", page.url).group(1) in claims  # type: ignore[union-attr]


def test_two_texts_stand_side_by_side(page: Page) -> None:
    page.goto(addresses(base_of(page))["pair"])
    assert page.locator(".pair .column").count() == 2


def test_an_event_shows_its_accounts_in_the_same_rows(page: Page) -> None:
    page.goto(addresses(base_of(page))["event"])
    columns = page.locator(".slots thead th").count()
    assert columns > 1
    for row in page.locator(".slots tbody tr").all():
        assert row.locator("td").count() == columns
    assert page.locator("#toll-1").is_visible()
    assert page.locator("#event-map").is_visible()
    page.click("details.bond summary >> nth=0")
    assert page.locator("details.bond[open] .weights").is_visible()


def test_a_decision_is_taken_and_undone_by_keyboard(page: Page) -> None:
    page.goto("/review")
    from playwright.sync_api import expect

    lead = page.locator(".head .lead")
    waiting = lead.inner_text()
    page.keyboard.press("a")
    expect(lead).not_to_have_text(waiting)
    page.wait_for_load_state()
    page.keyboard.press("u")
    expect(lead).to_have_text(waiting)
    page.goto("/review/log")
    assert page.locator("td.struck").count() == 1


def test_an_actor_is_corrected_with_a_form(page: Page) -> None:
    page.goto(addresses(base_of(page))["correct"])
    box = page.locator("input[name=slot][value=recipients] ~ label input[name=value]").last
    box.fill("the baker of Marat")
    box.press("Enter")
    page.wait_for_selector("text=the baker of Marat")
    page.click("text=Undo the last decision")
    page.wait_for_load_state()
    page.get_by_text("the baker of Marat").first.wait_for(state="hidden")


def test_names_and_graphic_passages_are_unveiled_when_asked(page: Page) -> None:
    page.goto("/")
    page.click("text=Folded")
    page.wait_for_selector("text=Unveiled")
    page.click("text=Unveiled")
    page.wait_for_selector("text=Folded")


def test_the_theme_is_chosen_and_kept(page: Page) -> None:
    page.goto("/")
    page.click("#theme")
    page.click("#theme")
    page.goto("/disputes")
    assert page.locator("html").get_attribute("data-theme") == "dark"


@pytest.mark.parametrize("room", ["timeline", "map", "actors", "sources"])
def test_a_drawing_is_saved_as_svg_as_png_and_as_csv(page: Page, room: str) -> None:
    page.goto(addresses(base_of(page))[room])
    for kind in ("SVG", "PNG"):
        with page.expect_download() as download:
            page.click(f"text=Save as {kind}")
        content = Path(download.value.path()).read_bytes()
        assert content.startswith(b"<svg" if kind == "SVG" else b"\x89PNG"), kind
        assert len(content) > 1000
    with page.expect_download() as download:
        page.click("text=Data as CSV")
    assert b"," in Path(download.value.path()).read_bytes()


def live(page: Page, path: str = "/map") -> Page:
    page.goto(path)
    page.wait_for_selector("#live[data-ready=true]", timeout=30_000)
    return page


def test_the_map_is_dragged_and_its_address_and_drawing_follow(page: Page) -> None:
    live(page)
    assert not page.locator("#map").is_visible()
    before = page.locator("#map").get_attribute("aria-label"), page.locator("#map path.land").first.get_attribute("d")
    box = page.locator("#live canvas").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 500, box["y"] + 250)
    page.mouse.down()
    page.mouse.move(box["x"] + 300, box["y"] + 150, steps=4)
    page.mouse.up()
    page.wait_for_url(re.compile("lat=.*lon=.*scale="))
    page.wait_for_function("d => document.querySelector('#map path.land').getAttribute('d') !== d", arg=before[1])


def test_the_map_follows_the_slider_of_months_and_plays_them(page: Page) -> None:
    live(page)
    page.locator("#month").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile("month=1"))
    assert page.locator("output[for=month]").inner_text() != "all"
    page.click("[aria-label=Closer]")
    page.wait_for_url(re.compile("scale="))
    page.click("#play")
    page.wait_for_url(re.compile("month=2"))
    page.click("#play")
    page.select_option("select[name=layer]", "control")
    page.wait_for_url(re.compile("layer=control"))


def test_a_place_on_the_map_tells_what_is_told_of_it(page: Page) -> None:
    live(page, "/map?place=aleppo")
    box = page.locator("#live canvas").bounding_box()
    assert box is not None
    page.wait_for_timeout(500)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.click(".maplibregl-popup >> text=Its events")
    page.wait_for_url(re.compile("place="))


def test_the_map_is_drawn_by_the_server_where_there_are_no_scripts(
    browser: Browser, serve: Serve, example_path: Path
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{serve(example_path)}/map")
    assert page.locator("#map").is_visible()
    assert not page.locator("#live").is_visible()
    page.click("[aria-label=Closer]")
    page.wait_for_url(re.compile("scale="))
    page.close()


def test_files_are_read_with_progress_shown(browser: Browser, serve: Serve, tmp_path: Path) -> None:
    text = tmp_path / "strike.txt"
    text.write_text(
        "Herald, 4 May 2031\n\nNorthern jets bombed the clinic in Marat on 3 May 2031, killing 14 people.\n"
    )
    context = browser.new_context(base_url=serve(tmp_path / "new.db"))
    page = context.new_page()
    page.goto("/")
    page.set_input_files("#files", str(text))
    page.click("text=Read them")
    page.wait_for_selector("h1:has-text('Done')", timeout=60_000)
    assert "strike.txt" in page.locator("#reading").inner_text()
    context.close()


def test_a_server_that_went_away_is_told(browser: Browser, example_path: Path) -> None:
    import socket

    from testimonia.web.access import Access
    from testimonia.web.app import create_app
    from tests.web.conftest import Served

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    served = Served(create_app(example_path, Access(port=listening.getsockname()[1])), listening)
    served.start()
    page = browser.new_page()
    page.goto(f"{served.address}/disputes")
    served.stop()
    listening.close()
    page.click("#matrix a.cell >> nth=0")
    page.wait_for_selector("#lost", state="visible", timeout=10_000)
    page.close()


def base_of(page: Page) -> str:
    page.goto("/")
    return page.url.rstrip("/")
