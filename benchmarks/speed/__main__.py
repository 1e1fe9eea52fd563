"""Prints one table of speeds: ``python -m benchmarks.speed [NAME ...]``.

A measurement is a module of this package with a function ``measure() -> list[Speed]``.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys

from benchmarks.speed.clock import Speed

_NOT_MEASUREMENTS = {"__main__", "clock"}


def main(names: list[str]) -> int:
    """Runs the measurements named, or all."""
    package = importlib.import_module("benchmarks.speed")
    rows: list[Speed] = []
    for module_name in sorted(found.name for found in pkgutil.iter_modules(package.__path__)):
        if module_name not in _NOT_MEASUREMENTS and (not names or module_name in names):
            rows += importlib.import_module(f"benchmarks.speed.{module_name}").measure()
    print(f"{'part':32}{'ours':>12}{'to reach':>12}  unit")
    for row in rows:
        print(f"{row.part:32}{_shown(row.rate):>12}{_shown(row.to_reach):>12}  {row.unit}")
    return 0


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:,.0f}" if value >= 10 else f"{value:.3f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
