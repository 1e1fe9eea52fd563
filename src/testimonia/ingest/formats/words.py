"""Which words of a file are not its content: those beside page numbers, and what programs fill in for a title.

What always holds: the lists are those of ``formats.yaml``, in small letters, and are read once.
"""

from __future__ import annotations

from functools import lru_cache

from testimonia.codebook.codebook import built_in
from testimonia.codebook.files import read_mapping
from testimonia.codebook.schema import Entry, Words, WordSet


class FormatWords(Entry):
    """``formats.yaml``; the comments of that file say what each list is for."""

    page: Words
    page_of: Words
    unstated: WordSet
    unstated_word: WordSet
    title_styles: WordSet


@lru_cache(maxsize=1)
def format_words() -> FormatWords:
    """The words of the built-in list. Raises ``CodebookError`` where it breaks its schema."""
    return read_mapping(built_in("english") / "formats.yaml", FormatWords)
