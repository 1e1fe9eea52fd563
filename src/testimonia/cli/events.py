"""``testimonia events``: happenings, standing states and quotations that the accounts tell of together."""

from __future__ import annotations

from testimonia.cli import options
from testimonia.cli.opening import compared


def run(case: options.Case, format_name: options.Format = "table", output: options.Output = None) -> None:
    """List events, situations and quotations, with the accounts and independent origins behind each."""
    from testimonia.export.found import events

    with compared(case) as (kept, _):
        options.show(events(kept, kept.events()), format_name, output)
