"""Which sentences are shown to the model's entity proposer, and what it proposes in them.

What always holds: a sentence all of whose proper names the codebook settles is not shown, since proposing costs more
than parsing; its tokens then carry no entity tag at all (``ent_iob`` 0), which is not the same as "no entity".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.codebook import load as load_codebook
from testimonia.codebook.schema import Entry as Schema
from testimonia.codebook.schema import Words
from testimonia.model.source import ActorKind
from testimonia.read.grammar import one_core, pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_NAMES = ("NNP", "NNPS")


class Settled(Schema):
    """``settled_words.yaml``: words written with a capital that name nobody and no place by themselves."""

    capitalised: Words


@dataclass(frozen=True, slots=True)
class SettledWords:
    """Lower-case words that need no proposer where they stand.

    ``words`` alone, ``common`` also beside any other; two more beside each other only as ``pairs`` of one name: a first
    name and a surname of different people are somebody else.
    """

    words: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()


_NONE = SettledWords()


def propose(doc: Doc, settled: SettledWords = _NONE) -> None:
    """Sets the entities of ``doc`` in the sentences that name what ``settled`` does not hold."""
    from spacy.tokens import Span as Words_

    shown: list[Span] = []
    missing: list[Span] = []
    for sentence in doc.sents:
        (shown if _unsettled(sentence, settled) else missing).append(sentence)
    if not len(doc):
        return
    proposer: Any = pipeline().get_pipe("ner")
    with one_core():
        found = [
            Words_(doc, sentence.start + entity.start, sentence.start + entity.end, entity.label_)
            for sentence, seen in zip(shown, proposer.pipe(_alone(s) for s in shown), strict=True)
            for entity in seen.ents
        ]
    doc.set_ents(found, missing=missing, default="outside")


def _unsettled(sentence: Span, settled: SettledWords) -> bool:
    before = ""
    for token in sentence:
        named = token.tag_ in _NAMES and token.is_title | token.is_upper
        word = token.lower_ if named else ""
        if named and word not in settled.words:
            return True
        if before and word and not {before, word} & settled.common and (before, word) not in settled.pairs:
            return True
        before = word
    return False


def _alone(sentence: Span) -> Doc:
    """A sentence's words as a document of their own, which is all that the proposer looks at."""
    from spacy.tokens import Doc as Words_

    return Words_(sentence.doc.vocab, [t.text for t in sentence], [bool(t.whitespace_) for t in sentence])


def settled_words(codebook: Codebook | None = None) -> SettledWords:
    """The words that the codebook settles."""
    return _settled(codebook or load_codebook())


@lru_cache(maxsize=4)
def _settled(codebook: Codebook) -> SettledWords:
    common = frozenset(codebook.lexicon("settled_words", Settled).capitalised)
    names = [name.lower().replace("-", " - ").split() for name in _names(codebook)]
    people = [actor for actor in codebook.actors.values() if actor.kind is ActorKind.PERSON]
    full = [name.lower().replace("-", " - ").split() for actor in people for name in (actor.name, *actor.aliases)]
    adjectives = (*(s.adjectives for s in codebook.states.values()), *(a.adjectives for a in codebook.actors.values()))
    peoples = {word.lower() for words in adjectives for word in words}
    return SettledWords(
        words=common.union(*names),
        common=common | peoples,
        pairs=frozenset(pair for words in (*names, *full) for pair in pairwise(words)),
    )


def _names(codebook: Codebook) -> Iterator[str]:
    """The names of actors and places; of persons the surname alone, for a first name says nothing of who is meant."""
    for actor in codebook.actors.values():
        if actor.kind is ActorKind.PERSON:
            yield actor.surname if actor.surname is not None else actor.name.split()[-1]
        else:
            yield from (actor.name, *actor.aliases, *actor.adjectives, *actor.people, *actor.metonyms)
    for state in codebook.states.values():
        yield from (state.name, *state.aliases, *state.adjectives, *state.people, state.capital or "")
    for place in codebook.places.values():
        yield from (place.name, *place.aliases)
