"""WACZ: a zip that holds web archives; their pages are read as those of a WARC.

What always holds: the directory of the zip is looked at before anything is unpacked, and members are read as streams.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from testimonia.ingest.formats.warc import pieces_of_archive
from testimonia.ingest.limits import check_zip
from testimonia.ingest.piece import Piece, Refusal, Source
from testimonia.model.errors import InputError


@dataclass(frozen=True, slots=True)
class Wacz:
    """Zip archives with ``archive/*.warc`` in them (https://specs.webrecorder.net/wacz/1.1.1/)."""

    name: str = "testimonia.wacz.1"

    def recognises(self, source: Source) -> bool:
        """By signature and directory; a broken zip by its name."""
        if not source.head.startswith(b"PK\x03\x04"):
            return False
        try:
            with source.open() as stream, zipfile.ZipFile(stream) as archive:
                return bool(_members(archive)) or source.extension == ".wacz"
        except (zipfile.BadZipFile, OSError, ValueError):
            return source.extension == ".wacz"

    def pieces(self, source: Source) -> Iterator[Piece | Refusal]:
        """One piece or refusal for each page. Raises ``InputError`` for a bomb and for a damaged zip."""
        try:
            with source.open() as stream, zipfile.ZipFile(stream) as archive:
                check_zip(archive)
                members = _members(archive)
                if not members:
                    raise InputError("is a WACZ without a web archive in it; fetch it again")
                for name in members:
                    with archive.open(name) as member:
                        yield from pieces_of_archive(cast(BinaryIO, member), source, self.name, f"{name}:")
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise InputError("is a damaged or encrypted WACZ; fetch it again") from error


def _members(archive: zipfile.ZipFile) -> list[str]:
    return sorted(
        name for name in archive.namelist() if name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))
    )


FORMAT = Wacz()
