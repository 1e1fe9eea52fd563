"""Prints one table of all scorers: ``python -m benchmarks.accuracy DATA [--out FILE] [--only NAME ...]``.

A scorer is a module of this package with a function ``score(folder: Path) -> list[Row]``; ``folder`` is
``DATA/SET``, where ``SET`` is the module's constant of that name, or the module's own name. A set that is not
there is skipped and said so; the exit status is 1 only where a scorer broke.
"""

from __future__ import annotations

import argparse
import importlib
import inspect
import json
import os
import pkgutil
import sys
import time
from dataclasses import asdict
from pathlib import Path

from benchmarks.accuracy.rows import MissingSetError, Row, table

_NOT_SCORERS = {"rows", "__main__"}


def run(folder: Path, only: set[str], rivals: bool) -> tuple[list[Row], list[str], list[str]]:
    """All rows, the sets skipped with the reason, and the scorers that broke with the error."""
    package = importlib.import_module("benchmarks.accuracy")
    rows: list[Row] = []
    skipped: list[str] = []
    broken: list[str] = []
    for module_name in sorted(found.name for found in pkgutil.iter_modules(package.__path__)):
        if module_name in _NOT_SCORERS or (only and module_name not in only):
            continue
        began = time.perf_counter()
        try:
            module = importlib.import_module(f"benchmarks.accuracy.{module_name}")
            if not hasattr(module, "score"):
                continue
            where = folder / str(getattr(module, "SET", module_name))
            if not where.is_dir():
                raise MissingSetError(f"{where}: no such folder")
            takes_rivals = "rivals" in inspect.signature(module.score).parameters
            rows += module.score(where, rivals=True) if rivals and takes_rivals else module.score(where)
        except MissingSetError as error:
            skipped.append(f"{module_name}: skipped, {error}")
        except Exception as error:  # one broken scorer must not hide the rows of the others
            broken.append(f"{module_name}: {type(error).__name__}: {error}")
        print(f"# {module_name}: {time.perf_counter() - began:.1f} s", file=sys.stderr)
    return rows, skipped, broken


def main() -> int:
    """Command line; see the module's docstring."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=os.environ.get("DATA"), help="the folder of the sets")
    parser.add_argument("--out", type=Path, default=os.environ.get("OUT"), help="also write the table as JSON")
    parser.add_argument("--only", nargs="*", default=[], help="names of scorers to run")
    parser.add_argument("--rivals", action="store_true", help="run the rival tools that are installed too")
    options = parser.parse_args()
    if options.folder is None:
        parser.error("name the folder of the sets, or set DATA")
    rows, skipped, broken = run(Path(options.folder), set(options.only), options.rivals)
    print(table(rows))
    for line in (*skipped, *broken):
        print(line)
    if options.out:
        content = {"rows": [asdict(row) for row in rows], "skipped": skipped, "broken": broken}
        Path(options.out).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
