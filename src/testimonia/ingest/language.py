"""In which language is this text? Each paragraph has a vote as long as it is.

What always holds: the answer is an ISO 639-1 code, or ``zxx`` for no language, and too short a text in Latin
letters counts as English, because names and numbers alone tell nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Any

READ = "en"
NONE = "zxx"  # ISO 639-2's code for what is no language
_PARAGRAPHS = 60  # the longest ones; more change no vote in texts of up to 20,000 words
_CHARACTERS = 1_500  # of each
_ENOUGH = 60  # letters below which one vote is only taken when near certain
_CERTAIN = 0.95


def identify(text: str) -> str:
    """The ISO 639-1 code of the language that most of ``text`` is in."""
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n|\n(?=.{80})", text) if part.strip()]
    votes: Counter[str] = Counter()
    for paragraph in sorted(paragraphs, key=len, reverse=True)[:_PARAGRAPHS]:
        sample = paragraph[:_CHARACTERS]
        letters = sum(character.isalpha() for character in sample)
        if not letters:
            continue
        language, probability = _identifier().classify(sample)
        latin = sum(character.isascii() for character in sample if character.isalpha()) > 0.9 * letters
        if letters < _ENOUGH and latin and probability < _CERTAIN:
            language = READ
        votes[str(language)] += letters
    return max(votes, key=lambda code: (votes[code], code)) if votes else READ


def notice(language: str) -> str | None:
    """The line that says why a text in ``language`` is kept but not read, or ``None`` where it is read."""
    if language == READ:
        return None
    if language == NONE:
        return "the text is in no language that could be told: kept and searchable, not read"
    return f"the text is in another language ({language}): kept and searchable, not read"


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
