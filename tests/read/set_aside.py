"""Phrases with their readings, written before the finders were, so that no rule was made for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

Phrase = dict[str, Any]


def phrases(name: str) -> list[Phrase]:
    """The phrases for one finder: ``text``, the ``phrase`` in it, and what it should be read as."""
    found: list[Phrase] = yaml.safe_load((Path(__file__).parent / "blind" / f"{name}.yaml").read_text("utf-8"))
    return found


def rightly_read(blind: list[Phrase], reads: Callable[[Phrase, int, int], bool]) -> int:
    """How many phrases ``reads`` holds of, which is given each one and where it stands in its text."""
    right = 0
    for phrase in blind:
        start = phrase["text"].index(phrase["phrase"])
        right += reads(phrase, start, start + len(phrase["phrase"]))
    return right
