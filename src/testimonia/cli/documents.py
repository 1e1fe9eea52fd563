"""``testimonia documents``: the accounts of a case, with outlet, author and date, stated or inferred."""

from __future__ import annotations

from testimonia.cli import options
from testimonia.cli.opening import opened


def run(case: options.Case, format_name: options.Format = "table", output: options.Output = None) -> None:
    """List the accounts of a case with outlet, author and date."""
    from testimonia.export.lists import documents

    with opened(case) as (kept, _):
        options.show(documents(kept), format_name, output)
