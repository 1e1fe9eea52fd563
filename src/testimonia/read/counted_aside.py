"""Which figure in the words of a happening counts nothing of it, "the two sides", "in several districts"?

What always holds: such a figure counts things, distances or people told of beside the happening, never the dead, the
hurt, the displaced, the detained or the strikes.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from testimonia.model.claim import Figure, Unit
from testimonia.read import amounts, counted
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from testimonia.read.amounts import FigureLexicon

_OF_OTHERS = frozenset({Unit.PEOPLE, Unit.FIGHTERS, Unit.OTHER, Unit.DISTANCE})
_AWAY = 6  # tokens from a distance to the direction: "60 kilometres (35 miles) northeast"


def beside(reading: Reading, draft: Draft, figure: Figure, first: int, last: int) -> bool:
    """Whether ``figure``, in tokens ``first`` to ``last``, counts nothing of the happening in whose words it stands.

    Whose families were struck, the sides that clash, where it happened, how far away a town lies, of how many one.
    """
    if figure.unit not in _OF_OTHERS:
        return False
    lex = amounts.lexicon(reading.codebook)
    words, nouns = lex.words, figure.counted.lower().split()
    if nouns and nouns[-1] in words.sides:
        return True
    if figure.unit is Unit.OTHER and (known(reading, figure, first) or _there(reading, figure, nouns, lex)):
        return True
    if draft.type != "ASSAULT":
        return False
    if figure.unit is Unit.DISTANCE:
        behind = (reading.doc[i].lower_ for i in range(last + 1, len(reading.doc)))
        return any(word in words.directions for word in islice(behind, _AWAY))
    head = reading.head_of(figure.start, figure.end)
    if head is None or head.dep_ != "pobj" or head.head.lower_ != words.of:
        return False
    whose = head.head.head
    return whose.lower_ in words.kin or (whose.lower_ == words.one and figure.unit is Unit.OTHER)


def known(reading: Reading, figure: Figure, first: int) -> bool:
    """Whether a few things are only those told of before: "the two towns", "these three groups"."""
    if not first or figure.high is None or figure.high != figure.low or figure.high >= counted.FEW:
        return False
    return reading.doc[first - 1].lower_ in amounts.lexicon(reading.codebook).words.of_articles


def _there(reading: Reading, figure: Figure, nouns: list[str], lex: FigureLexicon) -> bool:
    """Whether a figure tells in how many places something happens: "attacks in several provinces"."""
    if not nouns or counted.singular(nouns[-1], lex) not in lex.words.grounds:
        return False
    head = reading.head_of(figure.start, figure.end)
    return head is not None and head.dep_ == "pobj" and head.head.lower_ in lex.words.lying
