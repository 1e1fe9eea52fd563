from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from testimonia.export.comparison_html import page
from testimonia.export.comparison_view import ComparisonView

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)


class Outline(HTMLParser):
    """What a page is made of: its tags with their attributes, and its headings' levels."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    @property
    def levels(self) -> list[int]:
        return [int(tag[1]) for tag, _ in self.tags if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()]


def test_the_page_is_one_file_that_loads_and_runs_nothing(view: ComparisonView) -> None:
    outline = Outline(page(view, "Marat"))
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in outline.tags}
    assert not any(name.startswith("on") or name == "src" for _, attrs in outline.tags for name in attrs)
    policy = next(attrs["content"] for tag, attrs in outline.tags if attrs.get("http-equiv"))
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_texts_of_accounts_are_escaped(view: ComparisonView) -> None:
    assert "<there>" not in page(view, "Marat")
    assert "&lt;b&gt;Marat" in page(view, "<b>Marat")


def test_headings_go_down_one_level_at_a_time(view: ComparisonView) -> None:
    levels = Outline(page(view, "Marat")).levels
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_quotations_take_their_own_direction_and_language(view: ComparisonView) -> None:
    quotations = [attrs for tag, attrs in Outline(page(view, "Marat")).tags if tag == "blockquote"]
    assert quotations
    assert all(attrs["dir"] == "auto" and attrs["lang"] == "en" for attrs in quotations)


def test_disputes_come_first_and_each_opens_to_its_quotations(view: ComparisonView) -> None:
    text = page(view, "Marat")
    assert text.index('id="disputes"') < text.index('id="agreements"') < text.index('id="silences"')
    assert text.count("<details") == len(view.disputes) + len(view.agreements)


def test_ids_are_unique(view: ComparisonView) -> None:
    ids = [attrs["id"] for _, attrs in Outline(page(view, "Marat")).tags if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_a_case_without_findings_says_so(view: ComparisonView) -> None:
    bare = replace(view, disputes=(), agreements=(), silences=(), tolls=(), framings=())
    text = page(bare, "Marat")
    for words in ("No disputes", "No agreements", "No silences"):
        assert words in text


@pytest.mark.slow
@pytest.mark.skipif(not CHROMIUM, reason="no browser: install Chromium (Debian: apt install chromium)")
def test_paper_shows_the_quotations_of_closed_disputes(view: ComparisonView, tmp_path: Path) -> None:
    import pypdfium2

    (tmp_path / "page.html").write_text(page(view, "Marat"), encoding="utf-8")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    command += [f"--print-to-pdf={tmp_path / 'page.pdf'}", (tmp_path / "page.html").as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as printed:
        text = " ".join(" ".join(leaf.get_textpage().get_text_range() for leaf in printed).split())
    assert "did not bomb the clinic" in text
