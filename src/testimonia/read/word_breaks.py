"""Where words part that the model's tokenizer leaves joined: "U.S.-led" is "U.S.", "-", "led", as "US-led" is.

What always holds: only more tokens come out of a text, never other characters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

_BEHIND_INITIALS = r"(?<=[A-Z]\.)-(?=[a-z])"


def part_initials(language: Language) -> Language:
    """The same pipeline, its tokenizer parting a hyphen behind initials from them and from the word that follows."""
    tokenizer: Any = language.tokenizer  # typed as any callable
    known = tokenizer.infix_finditer.__self__.pattern
    tokenizer.infix_finditer = re.compile(f"{known}|{_BEHIND_INITIALS}").finditer
    return language
