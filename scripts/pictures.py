"""Draws the README's picture, the comparison of the example corpus in a terminal: ``make pictures`` runs it."""

from __future__ import annotations

import io
import re
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

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

FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)  # a picture that fetches its font would not be offline
SHOWN = 3  # disputes on the picture; the program shows them all


def draw(folder: Path) -> Path:
    """Writes ``comparison.svg`` to ``folder``."""
    with tempfile.TemporaryDirectory() as temporary, Casefile.open(Path(temporary) / "demo.db", create=True) as case:
        codebook = codebook_of(case)
        for outcome in take_in(case, collect([corpus("aleppo")]), codebook, Wishes()):
            print(outcome.path, outcome.state.value, file=sys.stderr)
        bring_up_to_date(case, codebook)
        whole = view(case)
    console = Console(record=True, width=100, file=io.StringIO(), force_terminal=True, highlight=False)
    render(_beginning(whole), console)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "comparison.svg"
    drawn = console.export_svg(title="testimonia demo (its beginning)", unique_id="comparison")
    target.write_text(FONT_FACE.sub("", drawn), encoding="utf-8")
    return target


def _beginning(whole: ComparisonView) -> ComparisonView:
    return replace(whole, disputes=whole.disputes[:SHOWN], agreements=whole.agreements[:2], silences=whole.silences[:1])


if __name__ == "__main__":
    print(draw(Path(sys.argv[1])))
