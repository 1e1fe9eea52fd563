"""Whose is what was hit or taken, where nobody stands beside its own noun: "a school used as a base by the militia"?

What always holds: whoever is found holds, uses or has in it what a harm's object names, by a clause or a "for" of that
noun, or gathers in it; and what only counts things ("a number of their posts") stands for the things.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry, WordSet
from testimonia.model.claim import ActorMention
from testimonia.model.ids import slug
from testimonia.read.actors import NEW
from testimonia.read.arguments import by_agents, is_passive, objects, obliques
from testimonia.read.doers import named
from testimonia.read.predicates import senses
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token


class HoldingWords(Entry):
    """``holdings.yaml``; each field is explained beside its words there."""

    measures: WordSet
    using: WordSet
    containing: WordSet
    sites: WordSet
    gatherings: dict[str, str]


@lru_cache(maxsize=8)
def holding_words(codebook: Codebook) -> HoldingWords:
    """The word lists of a codebook."""
    return codebook.lexicon("holdings", HoldingWords)


def things(reading: Reading, head: Token) -> tuple[Token, ...]:
    """What a phrase is of, where its head only counts: of "a number of their posts" the posts; else the head alone."""
    if head.pos_ != "NUM" and head.lemma_.lower() not in holding_words(reading.codebook).measures:
        return (head,)
    return (head, *obliques(head).get("of", ()))


def holders(reading: Reading, heads: Iterable[Token], *, harm: bool) -> tuple[ActorMention, ...]:
    """Who holds what is taken or hit, "areas once held by the militia"; of a ``harm`` also who uses it or is in it."""
    words = holding_words(reading.codebook)
    compounds = senses(reading.codebook).book.compounds
    found: list[ActorMention] = []
    for head in heads:
        for clause in head.children:
            if clause.dep_ in ("acl", "relcl"):
                if compounds.get(clause.lower_) == "CONTROLS":
                    found.extend(named(reading, by_agents(clause)))
                elif harm and clause.lemma_.lower() in words.using:
                    found.extend(named(reading, _users(clause)))
                elif harm and clause.lemma_.lower() in words.containing and not is_passive(clause):
                    found.extend(m for thing in objects(clause) for m in reading.cast.owners(thing))
            elif harm and clause.lower_ == "for" and head.lemma_.lower() in words.sites:
                found.extend(named(reading, (t for t in clause.children if t.dep_ == "pobj"), acting=False))
    return tuple(found)


def gathered(reading: Reading, heads: Iterable[Token]) -> tuple[ActorMention, ...]:
    """Who takes part in what is put down: "cracked down on the protests" is done to protesters."""
    words = holding_words(reading.codebook).gatherings
    people = ((words[lemma], head.i) for head in heads if (lemma := head.lemma_.lower()) in words)
    return tuple(reading.cast.mention(NEW + slug(called), at, at + 1, called) for called, at in people)


def _users(clause: Token) -> Iterator[Token]:
    """Who uses a thing: "used by the militia as a base", "used as a base by the militia"."""
    yield from by_agents(clause)
    for purpose in obliques(clause).get("as", ()):
        yield from by_agents(purpose)
