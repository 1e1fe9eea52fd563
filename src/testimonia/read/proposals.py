"""Which sentences are shown to the model's entity proposer, and what it proposes in them.

What always holds: a sentence all of whose proper names the codebook settles is not shown, since proposing costs more
than parsing; its tokens then carry no entity tag at all (``ent_iob`` 0), which is not the same as "no entity".
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import lru_cache
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


def propose(doc: Doc, settled: Container[str] = ()) -> None:
    """Sets the entities of ``doc`` in the sentences that name what ``settled`` (folded words) does not hold."""
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


def _unsettled(sentence: Span, settled: Container[str]) -> bool:
    return any(t.tag_ in _NAMES and t.is_title | t.is_upper and t.lower_ not in settled for t in sentence)


def _alone(sentence: Span) -> Doc:
    """A sentence's words as a document of their own, which is all that the proposer looks at."""
    from spacy.tokens import Doc as Words_

    return Words_(sentence.doc.vocab, [t.text for t in sentence], [bool(t.whitespace_) for t in sentence])


def settled_words(codebook: Codebook | None = None) -> frozenset[str]:
    """The lower-case words that the codebook settles wherever they stand."""
    return _settled(codebook or load_codebook())


@lru_cache(maxsize=4)
def _settled(codebook: Codebook) -> frozenset[str]:
    return frozenset(codebook.lexicon("settled_words", Settled).capitalised) | {
        word.lower() for name in _names(codebook) for word in name.replace("-", " - ").split()
    }


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
