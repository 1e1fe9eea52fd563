"""Which of ACLED's sub-events is one told act, given the sub-event that its word has by itself?

What always holds: an act changes only to a sub-event of the same family (``families`` of ``subevents.yaml``), on a
rule that it meets itself, by its weapon, its doer or who undergoes it; else it stays what its word says.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.read.actors import Cast
from testimonia.read.predicates import senses
from testimonia.read.subevent_words import Hit
from testimonia.read.subevents import Rule, SubeventRules, hits_of, meet, rules, start_of, words_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# A rule below this weight says too little to overrule the word; by judgement.
_LEAST = 3.0


class Acts:
    """The sub-events of the acts of one parsed account; sentences are looked through once, when asked for."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._codebook = cast.codebook
        self._grounds = cast.grounds
        self._named: list[Hit] | None = None
        self._doc = cast.doc
        self._sentences: dict[int, dict[str, list[Hit]]] = {}

    def of(self, token: Token, subevent: str | None) -> str | None:
        """The sub-event of the act that ``token`` tells of, which by the word alone is ``subevent``."""
        kin = _kin(self._codebook).get(subevent or "")
        if kin is None:
            return subevent
        known = senses(self._codebook)
        sentence = token.sent
        words = self._words(sentence)
        at = frozenset((token.i, *(child.i for child in token.children if child.dep_ in ("compound", "amod", "nmod"))))
        best = next((rule for rule in kin if meet(rule, sentence, words, known, at) is not None), None)
        return best.subevent if best is not None else subevent

    def _words(self, sentence: Span) -> dict[str, list[Hit]]:
        if self._named is None:
            place = rules(self._codebook).place
            named = hits_of(self._cast.known(), self._doc, self._codebook)
            self._named = sorted([*named, *(Hit(place, i, i + 1) for i in self._grounds)], key=start_of)
        if sentence.start not in self._sentences:
            self._sentences[sentence.start] = words_of(sentence, self._codebook, self._named)
        return self._sentences[sentence.start]


@lru_cache(maxsize=8)
def _kin(codebook: Codebook) -> dict[str, tuple[Rule, ...]]:
    """For each sub-event, the rules by which an act may turn out to be another of its family, the weightiest first."""
    book = rules(codebook)
    families = {name: {kin for family in book.families if name in family for kin in family} for name in _named(book)}
    weighty = sorted((rule for rule in book.rules if rule.weight >= _LEAST), key=lambda rule: -rule.weight)
    return {name: tuple(rule for rule in weighty if rule.subevent in kin) for name, kin in families.items()}


def _named(book: SubeventRules) -> set[str]:
    return {name for family in book.families for name in family}
