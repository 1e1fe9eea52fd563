"""Which of the codebook's wars an account speaks of, so that "the regime" and "the rebels" mean its parties only there.

What always holds: parts of the codebook about no war always count; a part about a war counts where the account names
its states, groups, persons or towns, and never for common nouns alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.model.source import ActorKind
from testimonia.read.alias_index import Candidate, Form, Hit

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ABOUT_A_WAR = 2  # names of a war's states or groups that make an account one about that war
_SHORT_ACCOUNT = 60  # tokens, below which a single name shows what an account is about


def told_of(hits: Sequence[Hit], codebook: Codebook, doc: Doc) -> frozenset[str]:
    """The names of those parts of the codebook whose war the account speaks of, and of those about no war."""
    told: set[str] = set()
    text = doc.text
    for about in codebook.about:
        countries = frozenset(about.countries)
        names = sum(text.count(sign) for sign in about.signs)
        names += sum(any(_shows(c, countries, about.name, codebook) for c in hit.candidates) for hit in hits)
        if not countries or names >= _ABOUT_A_WAR or (names and len(doc) < _SHORT_ACCOUNT):
            told.add(about.name)
    return frozenset(told)


def _shows(candidate: Candidate, countries: frozenset[str], part: str, codebook: Codebook) -> bool:
    """Whether naming the candidate shows that a war of ``countries`` is spoken of; common nouns show nothing."""
    entry = codebook.actors.get(candidate.actor)
    if candidate.form is Form.NOMINAL or entry is None or entry.kind is ActorKind.PEOPLE:
        return False
    return entry.id in countries or entry.country in countries or codebook.parts.get(entry.id) == part
