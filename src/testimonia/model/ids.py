"""Stable identifiers: the same bytes read again give the same ids."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache


def digest(*parts: object, length: int = 16) -> str:
    """The first ``length`` hex digits of the SHA-256 over ``parts``, each closed by an unambiguous mark."""
    joined = "".join(f"{len(text)}:{text}" for text in (str(part) for part in parts))
    return hashlib.sha256(joined.encode()).hexdigest()[:length]


@lru_cache(maxsize=20_000)
def slug(name: str) -> str:
    """A readable id made of a name: lower case, ASCII letters and digits, single hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    joined = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’ʿʾ`]", "", plain)).strip("-")
    return joined or digest(name, length=12)
