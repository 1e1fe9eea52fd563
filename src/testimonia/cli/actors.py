"""``testimonia actors``: whoever acts, suffers or asserts in a case."""

from __future__ import annotations

from testimonia.cli import options
from testimonia.cli.opening import opened


def run(case: options.Case, format_name: options.Format = "table", output: options.Output = None) -> None:
    """List whoever acts, suffers or asserts, and how often."""
    from testimonia.export.lists import actors

    with opened(case) as (kept, codebook):
        options.show(actors(kept, codebook), format_name, output)
