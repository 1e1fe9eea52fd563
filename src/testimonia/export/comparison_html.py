"""A comparison as one self-contained page: no script, nothing fetched, readable on a phone, on paper, in the dark.

What always holds: every text of an account is escaped, and the page's own policy forbids it to load anything.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, TextIO

from testimonia import __version__
from testimonia.export.comparison_page import NAMES, VOICES, first_of_each, page_view
from testimonia.export.comparison_view import ComparisonView

if TYPE_CHECKING:
    from jinja2 import Template


def write(view: ComparisonView, stream: TextIO, title: str) -> None:
    """Writes the page to a text stream that should be UTF-8."""
    stream.write(page(view, title))


def page(view: ComparisonView, title: str) -> str:
    """The page."""
    shown = page_view(view)
    return _template().render(
        view=view, shown=shown, title=title, style=_style(), version=__version__, first=first_of_each, voices=VOICES,
        names=NAMES,
    )  # fmt: skip


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=False)
    text = (files("testimonia.export") / "templates" / "comparison.html.j2").read_text(encoding="utf-8")
    return environment.from_string(text)


@lru_cache(maxsize=1)
def _style() -> str:
    from markupsafe import Markup

    return Markup((files("testimonia.export") / "templates" / "comparison.css").read_text(encoding="utf-8"))
