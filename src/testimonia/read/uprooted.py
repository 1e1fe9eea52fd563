"""What befell people counted, where neither a verb beside them nor their noun tells it: flight and cases of an ailment.

What always holds: people are driven from what is theirs ("from their homes"), or from nothing.
"""

from __future__ import annotations

from testimonia.read.amounts import FigureLexicon
from testimonia.read.period_words import Tokens

_REACH = 20  # tokens between those driven out and what they leave
_VERB = 5  # tokens between the verb and the number: "forced at least another 300 families"
_STOPS = frozenset(".;:?!")


def driven(tokens: Tokens, first: int, last: int, lex: FigureLexicon) -> bool:
    """Whether those counted from ``first`` up to ``last`` were driven out: "forced 300 families out of their homes"."""
    words, at = lex.words, first
    while at > 0 and first - at < _VERB and tokens.lower[at - 1] in words.fillers:
        at -= 1
    if not at or tokens.lower[at - 1] not in words.driving:
        return False
    for home in range(last, min(last + _REACH, len(tokens.lower))):
        word = tokens.lower[home]
        if word in _STOPS:
            return False
        if word in words.homes and tokens.lower[home - 1] in words.possessives:
            leaving = tokens.lower[home - 2] if tokens.lower[home - 2] != words.of else tokens.lower[home - 3]
            return leaving in words.driven_from
    return False


def cases(tokens: Tokens, last: int, lex: FigureLexicon) -> bool:
    """Whether cases of an ailment are counted up to ``last``: "35 cases of suffocation"."""
    words = lex.words
    return (
        tokens.word(last) == words.of
        and tokens.word(last + 1) in words.ailments
        and tokens.word(last - 1) in words.cases
    )
