"""Which part of speech, form and odd lemma a tagged word has: what the model's attribute ruler says, asked once.

What always holds: a document comes out as the ruler itself would leave it. The ruler tries its patterns on every word
of every text, which takes a tenth of the time of parsing; but a pattern looks at a word's tag, its relation and
whether it is one of few words, so that what the ruler says of one such word it says of the next. A text with a word
that may begin a pattern of two words ("let's") goes to the ruler itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

_GIVEN: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
_ASKED: list[int | str] = ["LOWER", "TAG", "DEP", "IS_SPACE"]

Condition = dict[str, Any]  # of one word of a pattern: attribute to value, or to {"IN": values}, {"REGEX": text} ...
Key = tuple[int, int, int, int, int]  # the word where a pattern names it, tag, relation, space; relation before it


class Classes:
    """A ruler, and what it said of each kind of word met so far."""

    def __init__(self, ruler: AttributeRuler) -> None:
        strings = ruler.vocab.strings
        rules: Any = ruler.patterns
        patterns: list[list[Condition]] = [words for rule in rules for words in rule["patterns"]]
        pairs = [words[0] for words in patterns if len(words) > 1]
        self._ruler = ruler
        self._named = {strings.add(word) for words in patterns for word in _values(words[-1], "LOWER")}
        self._before = {strings.add(dep) for first in pairs if "LOWER" not in first for dep in _values(first, "DEP")}
        self._begins = re.compile("|".join(f"(?:{part})" for first in pairs for part in _expressions(first)))
        self._pair: dict[int, bool] = {}
        self._said: dict[Key, tuple[int, ...]] = {}

    def give(self, doc: Doc) -> Doc:
        """The document with what the ruler gives its words."""
        asked: Any = doc.to_array(_ASKED)
        rows: list[list[int]] = asked.tolist()
        if any(self._begins_pair(doc, row[0]) for row in rows):
            return self._ruler(doc)
        given: Any = doc.to_array(_GIVEN)
        before = 0
        for at, (word, tag, relation, space) in enumerate(rows):
            key = (word if word in self._named else 0, tag, relation, space, before)
            if key not in self._said:
                self._said[key] = self._ask(doc, at)
            given[at] = self._said[key]
            before = relation if relation in self._before else 0
        return doc.from_array(_GIVEN, given)

    def _begins_pair(self, doc: Doc, word: int) -> bool:
        if word not in self._pair:
            self._pair[word] = self._begins.fullmatch(doc.vocab.strings[word]) is not None
        return self._pair[word]

    def _ask(self, doc: Doc, at: int) -> tuple[int, ...]:
        """What the ruler says of one word, with the word before it beside it."""
        from spacy.tokens import Doc as Words

        shown = doc[max(0, at - 1) : at + 1]
        alone = Words(
            doc.vocab, [t.text for t in shown], tags=[t.tag_ for t in shown], deps=[t.dep_ for t in shown]
        )  # fmt: skip
        said: Any = self._ruler(alone).to_array(_GIVEN)
        return tuple(said[-1].tolist())


def _values(condition: Condition, attribute: str) -> Iterator[str]:
    """The values of an attribute that a condition names one by one."""
    wanted = condition.get(attribute, ())
    if isinstance(wanted, str):
        yield wanted
    elif wanted:
        for values in wanted.values():
            yield from values if isinstance(values, list) else ()


def _expressions(first: Condition) -> Iterator[str]:
    """Regular expressions of the words that a condition admits by their letters."""
    wanted = first.get("LOWER", ())
    if isinstance(wanted, dict) and "REGEX" in wanted:
        yield wanted["REGEX"]
    else:
        yield from map(re.escape, _values(first, "LOWER"))
