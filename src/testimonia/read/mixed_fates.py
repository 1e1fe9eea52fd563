"""Does one number count those of two fates together, "20 people were killed and wounded"? Then it counts neither alone.

What always holds: only a joiner stands between the two verbs, and nobody whom the verb behind it befalls stands behind
that verb: in "20 were killed and 30 wounded" and "killed nine and wounded dozens" each number has its own.
"""

from __future__ import annotations

from testimonia.read.amounts import FigureLexicon
from testimonia.read.period_words import Tokens

_LONGEST = 3  # words of a predicate, as "lost their lives"
_NEAR = 6  # words between those counted and where they are


def behind(tokens: Tokens, last: int, unit: str, lex: FigureLexicon) -> bool:
    """Whether a second fate is joined to the predicate of ``unit`` that ends before ``last``: "killed or wounded"."""
    joiners = (lex.words.both_joiner, lex.words.either_joiner, ",", "/", "&")
    at = last
    while tokens.word(at) in joiners and at < last + _LONGEST:
        at += 1
    if at == last:
        return False
    for length in range(_LONGEST, 0, -1):
        other = lex.verbs_behind.get(" ".join(tokens.lower[at : at + length]))
        if other is not None or (length == 1 and tokens.word(at) in lex.words.other_states):
            return other != unit and alone(tokens, at + length, lex)
    return False


def ahead(tokens: Tokens, first: int, unit: str, lex: FigureLexicon) -> bool:
    """Whether a first fate is joined to the verb of ``unit`` that begins at ``first``: "killed and wounded 20"."""
    if first < 2 or tokens.lower[first - 1] not in (lex.words.both_joiner, lex.words.either_joiner):
        return False
    before = first - 1
    while before > 1 and tokens.lower[before - 1] in (lex.words.both_joiner, "/", ","):
        before -= 1  # "killed and/or wounded"
    other = lex.verbs_ahead.get(tokens.lower[before - 1])
    if before > 1 and (tokens.lower[before - 2] in lex.words.be or before - 2 in tokens.values):
        return False  # "20 were killed and wounded 30 more"
    return other is not None and other != unit


def alone(tokens: Tokens, at: int, lex: FigureLexicon) -> bool:
    """Whether nobody stands at ``at``, behind a verb, whom that verb befalls."""
    word, words = tokens.word(at), lex.words
    if not word or not word[0].isalnum():
        return True
    someone = word in words.fillers and word not in words.no_fillers_behind
    if someone or word in words.articles or word in words.possessives:
        return False
    return word in words.stops and at not in tokens.values


def unreached(tokens: Tokens, last: int, lex: FigureLexicon) -> bool:
    """Whether those counted are said, a few words on, to be where nobody has come yet: "still under the rubble"."""
    for at in range(last, last + _NEAR):
        word = tokens.word(at)
        if not word or word in ".,;:":
            return False
        if word in lex.words.unreached:
            return tokens.word(at + 1) in lex.words.unreached_by
    return False
