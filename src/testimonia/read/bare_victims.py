"""Where does a headline tell of one person without an article, "Farmer killed in raid", "Shelling wounds child"?

What always holds: the noun is a person's and in the singular; it opens its line and its fate stands right behind it, or
it stands right behind the verb that befell it; and nothing but a mark, a preposition or the end follows.
"""

from __future__ import annotations

from testimonia.model.claim import Unit
from testimonia.read import counted, mixed_fates
from testimonia.read.amounts import FigureLexicon
from testimonia.read.counted import Counted
from testimonia.read.period_words import Tokens

_FATES = frozenset({Unit.KILLED.value, Unit.INJURED.value, Unit.DETAINED.value})
_PERSONS = (Unit.PEOPLE, Unit.FIGHTERS)
# The most words of a noun phrase, "Local aid worker".
_LONGEST = 4
# Marks that part a headline's topic from its news.
_PARTING = frozenset("|:–—")


def find(tokens: Tokens, lex: FigureLexicon) -> dict[int, Counted]:
    """The persons so told, by the token at which their noun phrase begins."""
    found: dict[int, Counted] = {}
    behind, ahead, weak = lex.verbs_behind, lex.verbs_ahead, lex.words.weak
    for at, word in enumerate(tokens.lower):
        person = None
        if word in behind and behind[word] in _FATES and word not in weak:
            verb = at - 1 if at and f"{tokens.lower[at - 1]} {word}" in behind else at  # "shot dead"
            person = _opening(tokens, verb, lex)
            if person is not None and not (word in lex.words.intransitive or mixed_fates.alone(tokens, at + 1, lex)):
                person = None  # "Soldier wounded policeman"
        doing = word in ahead and ahead[word] in _FATES and word not in weak
        if person is None and doing and word not in lex.words.states:  # "the wounded child"
            person = _person(tokens, at + 1, lex)
            if person and not (person.unit in _PERSONS and mixed_fates.alone(tokens, person.last, lex)):
                person = None
        if person is not None:
            found[person.first] = person
    return found


def _opening(tokens: Tokens, verb: int, lex: FigureLexicon) -> Counted | None:
    """The person who opens the line in which ``verb`` stands, where nothing stands between the two."""
    for first in range(verb - 1, max(verb - 1 - _LONGEST, -1), -1):
        if not tokens.lower[first][0].isalpha():
            return None
        if _opens(tokens, first):
            person = _person(tokens, first, lex)
            return person if person is not None and person.last == verb else None
    return None


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether a line, or the news of a headline, begins with the token."""
    if not tokens.capital(at):
        return False
    parted = at == 0 or tokens.lower[at - 1] in _PARTING
    return parted or "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]


def _person(tokens: Tokens, at: int, lex: FigureLexicon) -> Counted | None:
    """The one person named from ``at`` on without an article; ``None`` for several, for a group and for a name."""
    word = tokens.word(at)
    if not word or not word[0].isalpha() or word in lex.words.stops or word in lex.words.fillers:
        return None
    if word in lex.words.articles or word in lex.words.possessives or at in tokens.values:
        return None
    what = counted.read(tokens, at, lex, single=True)
    if what.empty or what.plural or what.first != at or not what.person or what.last - at > _LONGEST:
        return None
    head = tokens.lower[what.last - 1]
    return None if head in lex.words.collectives or counted.is_plural(head, lex) else what
