"""``testimonia sources``: whom the accounts rely on, for what, and how often they are contradicted."""

from __future__ import annotations

from testimonia.cli import options
from testimonia.cli.opening import compared


def run(case: options.Case, format_name: options.Format = "table", output: options.Output = None) -> None:
    """List the sources that accounts rely on, for what, and how often each is contradicted."""
    from testimonia.export.found import sources

    with compared(case) as (kept, _):
        options.show(sources(kept), format_name, output)
