"""Which of ACLED's sub-events is one told act, given the sub-event that its word has by itself?

What always holds: an act changes only to a sub-event of the same family (``families`` of ``subevents.yaml``), on a
rule that it meets itself, by its weapon, its doer or who undergoes it; else it stays what its word says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.read.predicates import senses
from testimonia.read.subevent_words import Hit
from testimonia.read.subevents import Rule, actors_in, meet, rules, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# A rule below this weight says too little to overrule the word; by judgement.
_LEAST = 3.0


class Acts:
    """The sub-events of the acts of one parsed account; sentences are looked through once, when asked for.

    ``grounds`` are the tokens that name places.
    """

    def __init__(self, doc: Doc, codebook: Codebook, grounds: frozenset[int] = frozenset()) -> None:
        self._codebook = codebook
        self._grounds = grounds
        self._named: list[Hit] | None = None
        self._doc = doc
        self._sentences: dict[int, dict[str, list[Hit]]] = {}

    def of(self, token: Token, subevent: str | None) -> str | None:
        """The sub-event of the act that ``token`` tells of, which by the word alone is ``subevent``."""
        book, known = rules(self._codebook), senses(self._codebook)
        kin = {name for family in book.families if subevent in family for name in family}
        if not kin:
            return subevent
        sentence = token.sent
        words = self._words(sentence)
        at = frozenset((token.i, *(child.i for child in token.children if child.dep_ in ("compound", "amod", "nmod"))))
        best: Rule | None = None
        for rule in book.rules:
            if rule.subevent not in kin or rule.weight < _LEAST or (best is not None and best.weight >= rule.weight):
                continue
            if meet(rule, sentence, words, known, at) is not None:
                best = rule
        return best.subevent if best is not None else subevent

    def _words(self, sentence: Span) -> dict[str, list[Hit]]:
        if self._named is None:
            place = rules(self._codebook).place
            self._named = actors_in(self._doc, self._codebook)
            self._named += [Hit(place, i, i + 1) for i in sorted(self._grounds)]
        if sentence.start not in self._sentences:
            self._sentences[sentence.start] = words_of(sentence, self._codebook, self._named)
        return self._sentences[sentence.start]
