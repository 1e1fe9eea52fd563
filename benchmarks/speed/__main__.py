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
        print(f"{row.part:32}{row.rate:>12,.0f}{row.to_reach or 0:>12,.0f}  {row.unit}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
