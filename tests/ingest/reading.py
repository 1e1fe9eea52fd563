"""Receiving one file in a test."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from testimonia.codebook.codebook import Codebook
from testimonia.ingest import Received, Refusal, receive
from testimonia.model.document import Document, SectionKind
from testimonia.model.period import Period


def all_of(path: Path, codebook: Codebook, **options: object) -> tuple[list[Received], list[Refusal]]:
    found = list(receive(path, codebook, **options))  # type: ignore[arg-type]
    return [f for f in found if isinstance(f, Received)], [f for f in found if isinstance(f, Refusal)]


def document_of(path: Path, codebook: Codebook, **options: object) -> Document:
    received, refused = all_of(path, codebook, **options)
    assert refused == [], refused
    assert len(received) == 1
    return received[0].document


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def day(period: Period) -> date:
    assert period.start is not None and period.start == period.end
    return period.start


def words(document: Document, kind: SectionKind) -> str:
    return "\n".join(document.text[s.start : s.end] for s in document.sections if s.kind is kind)
