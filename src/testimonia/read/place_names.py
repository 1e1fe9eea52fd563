"""Which words make up one name of a place that no gazetteer lists: "Rasm al-Warqa", "Tell Qarna", "al-Sino".

What always holds: a name begins with a capital or an article that is joined to one, and ends with a word that is
neither an everyday word, unless an article makes it a name, nor the first part of a longer one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.read.toponym_sense import Scene
from testimonia.read.toponym_spans import Word, ends_later

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 3  # words of a name, joined articles apart; by judgement
LEAST = 3  # letters
_OTHERS = ("DATE", "TIME", "LANGUAGE", "LAW", "EVENT")
_NAMELIKE = ("NOUN", "X", "VERB")  # what the tagger makes of a capitalised word it does not know

Stretch = tuple[int, int]


def unit(scene: Scene, at: int) -> int | None:
    """Behind the last word of the name that begins at ``at``: an article and first parts go with the next word."""
    word = scene.word(at)
    lists = scene.sets.lists
    articled = False
    while word is not None:
        after = scene.word(at + 1)
        joined = after is not None and after.gap in ("-", "- ", " ") and _named(after, scene)
        article = after is not None and (
            (word.low in lists.particles and "-" in after.gap) or (word.low in lists.articles and after.gap == " ")
        )
        first = word.capital and word.low in lists.first_parts and (not articled or word.low in lists.titles)
        if (joined and (article or first)) or (first and _is_article(scene, at + 1)):
            at += 1
            articled = article
        elif _named(word, scene) and (articled or word.low not in scene.sets.common):
            return ends_later(scene.words, at + 1, scene.sets) or at + 1
        else:
            return None
        word = scene.word(at)
    return None


def begins_left(scene: Scene, last: int) -> int:
    """The word that begins the name that ends before the word ``last``; ``last`` where no name ends there."""
    first = last
    while first > 0 and last - first < 2 * LONGEST and _belongs(scene, first - 1, last):
        first -= 1
    while first < last and not scene.words[first].capital:
        first += 1
    if first and first < last and scene.words[first - 1].low in scene.sets.lists.particles:
        joined = "-" in scene.words[first].gap
        first -= joined or scene.words[first - 1].low in scene.sets.lists.articles
    return first


def is_name(doc: Doc, scene: Scene, first: int, last: int, *, settled: bool = False) -> bool:
    """Whether words are a name, of no person or people, and no everyday word or adjective of a land.

    ``settled``: a noun or a row says that a place where people live is named.
    """
    start, end = scene.words[first].start, scene.words[last - 1].end
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or first in scene.title_case or any(token.ent_type_ in _OTHERS for token in span):
        return False
    articled = is_articled(scene, first) and last - first > 1
    if span[-1].ent_type_ == "NORP" and not articled and not (settled and span[-1].pos_ == "PROPN"):
        return False  # a people bears no article: "al-Sino" is a place
    opens = span[0].i == span[0].sent.start
    if span[-1].pos_ != "PROPN" and (opens or span[-1].pos_ not in _NAMELIKE):
        return False
    name = scene.text[start:end]
    if len(name) < LEAST or name.isupper() or name in scene.adjectives:
        return False
    if name.casefold() in scene.actors or (not settled and name.casefold() in scene.persons):
        return False
    low = scene.words[last - 1].low
    return (articled or low not in scene.sets.common) and low not in scene.sets.lists.first_parts


def is_articled(scene: Scene, first: int) -> bool:
    """Whether an article is joined to a name behind it by a hyphen: "al-Sino"."""
    after = scene.word(first + 1)
    return after is not None and scene.words[first].low in scene.sets.lists.particles and "-" in after.gap


def _named(word: Word, scene: Scene) -> bool:
    """Whether a word has a capital, at its head or behind an article written with it: "alKhadra"."""
    if word.capital:
        return True
    return any(word.text.startswith(a) and word.text[len(a) : len(a) + 1].isupper() for a in scene.sets.lists.articles)


def _belongs(scene: Scene, at: int, last: int) -> bool:
    """Whether a word goes on to the left a name that ends before ``last``."""
    word = scene.words[at]
    if at + 1 < last and scene.words[at + 1].gap not in (" ", "-", "- "):
        return False
    lists = scene.sets.lists
    if word.low in lists.particles and at + 1 < last:
        return word.capital or "-" in scene.words[at + 1].gap or word.low in lists.articles
    if word.capital and at and "-" in word.gap and scene.words[at - 1].low in lists.particles:
        return True
    return word.capital and word.low not in scene.sets.common | lists.organisations | lists.titles | lists.locative


def _is_article(scene: Scene, at: int) -> bool:
    """Whether a word is an article that is joined to a name behind it: "Khirbet al-Hamam"."""
    word, name = scene.word(at), scene.word(at + 1)
    if word is None or name is None or word.low not in scene.sets.lists.particles:
        return False
    joined = "-" in name.gap or (word.low in scene.sets.lists.articles and name.gap == " ")
    return word.gap == " " and joined and name.capital
