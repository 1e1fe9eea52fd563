"""Which numbers an account itself sets against each other: one source after another, in words that say they differ.

"The rescuers counted ten dead, the monitor gave a lower toll of eight." What always holds: the two numbers are of one
account, near each other, of two voices unless words say that one is the lower, and neither is a part of the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.compare.case import Case
from testimonia.compare.given import Given
from testimonia.compare.words import begins_any
from testimonia.link.figures import anchor
from testimonia.model.claim import SourceKind

# Characters within which the second number stands after the first.
NEAR = 1000
# Characters behind a number that may set it against another.
BEHIND = 40
# Times by which the greater may exceed the lesser and still be of the same dead; judgement.
MOST = 3.0
# The least difference between the two, as a ratio.
LEAST = 1.02


def contrasted(numbers: Sequence[Given], case: Case) -> list[Given]:
    """Those of ``numbers`` that are set against another, with the same counts in other accounts."""
    found: list[Given] = []
    for one in numbers:
        for two in numbers:
            if _set_against(one, two, case):
                found += [one, two]
    bounds = {(number.figure.low, number.figure.high) for number in found}
    return [number for number in numbers if (number.figure.low, number.figure.high) in bounds]


def _set_against(first: Given, second: Given, case: Case) -> bool:
    if first.claim.account != second.claim.account or not 0 < second.figure.start - first.figure.start <= NEAR:
        return False
    low, high = sorted((anchor(first.figure), anchor(second.figure)))
    if low <= 0 or not LEAST * low <= high <= MOST * low:
        return False
    around = case.before(second.claim, second.figure.start, NEAR) + case.after(second.claim, second.figure.end, BEHIND)
    if begins_any(around, case.words.lower_or_higher):
        return True
    own = [number.claim.source.kind is SourceKind.ACCOUNT for number in (first, second)]
    return first.voice.id != second.voice.id and not all(own) and begins_any(around, case.words.contrast)
