from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from testimonia.ingest import registry
from testimonia.ingest.piece import Piece, Refusal, Source, of_bytes


def test_formats_bear_versioned_names_and_plain_text_is_asked_last() -> None:
    names = [one.name for one in registry.formats()]
    assert all(name.rpartition(".")[2].isdigit() for name in names)
    assert names[-1] == "testimonia.plain.1"


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"%PDF-1.7", "a.txt", "pdf"),
        (b"<!doctype html><html>", "a.txt", "html"),
        (b'{"text": "x"}\n{"text": "y"}', "a.txt", "jsonl"),
        (b"WARC/1.0\r\n", "a.bin", "warc"),
        (b"Message-ID: <1>\nFrom: a@b.example\n\nHello", "a", "eml"),
        (b"text,date\nx,y", "a.csv", "csv"),
        (b"text,date\nx,y", "a.txt", "plain"),
        (b"From the hills the guns fired.", "a.txt", "plain"),
    ],
)
def test_content_decides_before_the_name_does(content: bytes, name: str, expected: str) -> None:
    assert registry.format_of(of_bytes(content, name)).name == f"testimonia.{expected}.1"


@dataclass(frozen=True)
class Telegram:
    """A format of another package."""

    name: str = "other.telegram.1"

    def recognises(self, source: Source) -> bool:
        return source.head.startswith(b"STOP")

    def pieces(self, source: Source) -> Iterator[Piece | Refusal]:
        yield Piece(source.content(), "Guns fired.", "text/plain", self.name)


class Point:
    name = "telegram"

    def load(self) -> Telegram:
        return Telegram()


def test_other_packages_add_formats_that_are_asked_first(monkeypatch: pytest.MonkeyPatch) -> None:
    def points(*, group: str) -> list[Point]:
        assert group == "testimonia.formats"
        return [Point()]

    monkeypatch.setattr(registry, "entry_points", points)
    registry.formats.cache_clear()
    try:
        assert registry.format_of(of_bytes(b"STOP guns STOP", "a.txt")).name == "other.telegram.1"
    finally:
        registry.formats.cache_clear()
