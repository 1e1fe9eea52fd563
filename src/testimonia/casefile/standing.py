"""Which judgements are in force: each as made, less those that a later one took back.

What always holds: judgements are only read here; what was taken back is still in the case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from testimonia.model.judgement import Judgement, Verdict


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements of ``judgements`` (in the order made) that no ``undo`` of the same subject took back."""
    kept: dict[int, Judgement] = {}
    of_subject: dict[str, list[int]] = defaultdict(list)
    for number, judgement in enumerate(judgements):
        stack = of_subject[judgement.subject]
        if judgement.verdict is not Verdict.UNDO:
            kept[number] = judgement
            stack.append(number)
        elif stack:
            del kept[stack.pop()]
    return tuple(kept.values())
