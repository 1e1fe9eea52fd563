"""``testimonia claims``: what is claimed, narrowed by who, whom, what, where and when."""

from __future__ import annotations

from typing import Annotated

import typer

from testimonia.cli import options
from testimonia.cli.opening import opened
from testimonia.model.claim import Kind
from testimonia.model.errors import InputError


def run(
    case: options.Case,
    about: Annotated[str | None, typer.Option(help="An actor or recipient, by any of its names.")] = None,
    source: Annotated[str | None, typer.Option(help="Anyone on whose word it rests.")] = None,
    kind: Annotated[Kind | None, typer.Option(help="event, relation, figure or label.")] = None,
    type_name: Annotated[str | None, typer.Option("--type", help="ASSAULT, CONTROLS, ...", metavar="TYPE")] = None,
    place: Annotated[str | None, typer.Option(help="A place, with all that lies in it.")] = None,
    since: Annotated[str | None, typer.Option(help="Not over before this day, month or year.", metavar="DAY")] = None,
    until: Annotated[str | None, typer.Option(help="Not begun after this day, month or year.", metavar="DAY")] = None,
    document: Annotated[str | None, typer.Option(help="Only of this document or account, by id.", metavar="ID")] = None,
    limit: Annotated[int | None, typer.Option(help="At most so many.", min=0, metavar="N")] = None,
    format_name: options.Format = "table",
    output: options.Output = None,
) -> None:
    """List claims. Every filter given narrows the list."""
    from testimonia.casefile.knowledge import actor_named, place_named
    from testimonia.casefile.queries import ClaimQuery
    from testimonia.export.lists import claims

    first, last = options.day(since, "--since"), options.day(until, "--until", last=True)
    if first is not None and last is not None and last < first:
        raise InputError(f"--since {since} --until {until}: the first is after the last; exchange them")
    for option, given in (("--about", about), ("--source", source), ("--place", place), ("--type", type_name)):
        if given is not None and not given.strip():
            raise InputError(f"{option}: no name was given; leave the option out to show all")
    with opened(case) as (kept, codebook):
        own = kept.actors()
        account = _account(kept.find(document)) if document else None
        query = ClaimQuery(
            about=actor_named(about, codebook, own) if about is not None else None,
            source=actor_named(source, codebook, own) if source is not None else None,
            kind=kind, type=type_name, place=place_named(place, codebook) if place is not None else None,
            since=first, until=last, document=account if account and "." not in account else None,
            account=account if account and "." in account else None, limit=limit,
        )  # fmt: skip
        options.show(claims(kept, kept.claims(query)), format_name, output)


def _account(found: tuple[str, str]) -> str:
    kind, identifier = found
    if kind not in ("account", "document"):
        raise InputError(f"--document {identifier}: this is the id of a {kind}; `testimonia documents` lists theirs")
    return identifier
