"""``testimonia read``: files and folders into a case, with progress, going on where an earlier run stopped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from testimonia.cli import options
from testimonia.cli.failing import complain

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from testimonia.casefile.casefile import Casefile
    from testimonia.casefile.intake import State, Wishes
    from testimonia.codebook.codebook import Codebook
    from testimonia.model.period import Period


def run(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders, any mixture of formats.", metavar="PATH")],
    case: options.Case,
    codebook: options.Codebooks = None,
    date: Annotated[
        str | None, typer.Option("--date", help="The day these accounts were published, whatever they say.")
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", help="Which column of a table holds what: text=article.", metavar="FIELD=NAME"),
    ] = None,
    meta: Annotated[
        Path | None,
        typer.Option(help="A YAML file or table that gives outlet, author or date of files.", metavar="FILE"),
    ] = None,
) -> None:
    """Read accounts into a case. Run it again to go on, or to add more."""
    from testimonia.casefile.casefile import Casefile
    from testimonia.casefile.intake import State, Wishes
    from testimonia.casefile.knowledge import codebook_of
    from testimonia.codebook import load

    wishes = Wishes(_published(date), _columns(column or []), meta)
    load(*(codebook or ()))  # a faulty codebook is told before a case is made
    with Casefile.open(case, create=True) as opened:
        tally = read_into(opened, paths, codebook_of(opened, codebook or ()), wishes, codebook or ())
        complain(_summary(tally, opened))
    if tally[State.REFUSED]:
        raise typer.Exit(1)


def read_into(
    case: Casefile, paths: list[Path], codebook: Codebook, wishes: Wishes, given: Sequence[Path] = ()
) -> Counter[State]:
    """Reads ``paths`` into ``case``, showing progress; returns how many inputs ended how.

    ``given`` are folders of codebooks, which may lie among the accounts and hold none.
    """
    from collections import Counter

    from testimonia import __version__
    from testimonia.casefile.intake import State, take_in
    from testimonia.cli.progress import Progress
    from testimonia.ingest import collect

    tally: Counter[State] = Counter()
    files = list(collect(paths, given))
    run_number = case.begin_run("read", __version__)
    with Progress(len(files)) as progress:
        for outcome in take_in(case, progress.over(files), codebook, wishes):
            tally[outcome.state] += 1
            for line in outcome.line.splitlines():
                progress.say(line)
    case.end_run(run_number, tally[State.READ] + tally[State.UNREAD], tally[State.REFUSED])
    return tally


def _summary(tally: Counter[State], case: Casefile) -> str:
    from testimonia.casefile.intake import State

    kept = len(case.accounts())
    parts = [f"{tally[State.READ]} read"]
    for state, words in (
        (State.KNOWN, "read before"),
        (State.UNREAD, "kept but not read (not in English)"),
        (State.REFUSED, "refused"),
    ):
        if tally[state]:
            parts.append(f"{tally[state]} {words}")
    return f"{', '.join(parts)}; {case.path} now holds {kept} account{'' if kept == 1 else 's'}"


def _published(words: str | None) -> Period | None:
    from testimonia.model.period import Period, Precision

    first = options.day(words, "--date")
    last = options.day(words, "--date", last=True)
    if first is None or last is None:
        return None
    days = (last - first).days
    return Period(
        first, last, Precision.DAY if not days else Precision.MONTH if days < 31 else Precision.YEAR, words or ""
    )


def _columns(given: list[str]) -> dict[str, str]:
    from testimonia.model.errors import InputError

    columns = {}
    for pair in given:
        field, equals, name = pair.partition("=")
        if not (field and equals and name):
            raise InputError(f"--column {pair}: expected a field and the name of its column, such as text=article")
        columns[field] = name
    return columns
