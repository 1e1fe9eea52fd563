"""``testimonia search``: words, wherever they stand in documents and claims."""

from __future__ import annotations

from typing import Annotated

import typer

from testimonia.cli import options


def run(
    words: Annotated[
        list[str], typer.Argument(help='Words; "in quotation marks" they stand together, bomb* matches more.')
    ],
    case: options.Case,
) -> None:
    """Search documents and claims for words."""
    import sys

    from rich.text import Text

    from testimonia.casefile.casefile import Casefile
    from testimonia.casefile.search import CLOSE, OPEN
    from testimonia.export.terminal import console, kept
    from testimonia.export.wording import labels, one_line, short

    with Casefile.open(case) as opened:
        hits = opened.search(" ".join(words))
        named = labels(opened.accounts())
    out = console(sys.stdout)
    for hit in hits:
        line = Text(f"{hit.kind:9} {short(hit.id):10}  {named.get(hit.document, hit.document)}: ")
        for part in hit.snippet.split(OPEN):
            found, close, rest = part.partition(CLOSE)
            line.append(kept(found), style="bold underline" if close else "")
            line.append(kept(rest))
        out.print(line)
    if not hits:
        out.print(one_line(f"Nothing in this case holds {' '.join(words)}."), markup=False)
