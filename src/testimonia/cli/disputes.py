"""``testimonia disputes``: the questions on which accounts differ."""

from __future__ import annotations

from testimonia.cli import options
from testimonia.cli.opening import compared


def run(case: options.Case, format_name: options.Format = "table", output: options.Output = None) -> None:
    """List the questions on which accounts differ, gravest first."""
    from testimonia.export.found import disputes

    with compared(case) as (kept, _):
        options.show(disputes(kept, kept.disputes()), format_name, output)
