"""Which files did the user mean? Folders are walked in order of name; hidden ones and codebooks are passed by.

What always holds: the order is the same on every machine, no file comes twice, and a folder that cannot be listed
is refused with a line of its own while the others go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from testimonia.ingest.piece import Refusal
from testimonia.ingest.sidecar import SIDECAR_NAMES

CODEBOOK = "codebook.yaml"  # says of a folder that it is a codebook, and of which war


def collect(paths: Iterable[Path], codebooks: Iterable[Path] = ()) -> Iterator[Path | Refusal]:
    """The files under ``paths``; files named outright are given even when hidden.

    A folder below one of ``paths`` that is one of ``codebooks``, or says that it is one, holds no accounts.
    """
    seen: set[Path] = set()
    apart = frozenset(folder.resolve() for folder in codebooks)
    for path in paths:
        for found in _under(path, apart):
            if isinstance(found, Path):
                resolved = found.resolve()
                if resolved in seen:
                    continue
                seen.add(resolved)
            yield found


def _under(path: Path, apart: frozenset[Path]) -> Iterator[Path | Refusal]:
    try:
        if path.is_dir():
            yield from _listed(path, apart)
        elif path.is_file():
            yield path
        elif path.exists():
            yield Refusal(str(path), "is neither a file nor a folder; give the file that holds the text")
        else:
            yield Refusal(str(path), "no such file or folder; check the name")
    except PermissionError:
        yield Refusal(str(path), "no permission to read it; change its rights or run as its owner")


def _listed(folder: Path, apart: frozenset[Path]) -> Iterator[Path | Refusal]:
    try:
        children = sorted(folder.iterdir())
    except OSError as error:
        reason = "no permission to list this folder; change its rights" if error.errno == 13 else str(error.strerror)
        yield Refusal(str(folder), reason)
        return
    for child in children:
        if child.name.startswith(".") or child.name in SIDECAR_NAMES:
            continue
        if child.is_symlink() and child.is_dir():
            continue  # a link to a folder may lead back here
        if child.resolve() in apart or (child / CODEBOOK).is_file():
            continue
        yield from _under(child, apart)
