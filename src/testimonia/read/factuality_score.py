"""How certain it is that a happening came about, as a number: the rules' value, corrected by three fitted models.

What always holds: a score lies between -3 (certainly did not happen) and 3 (certainly happened); and the seven values
of ``factuality.of`` do not depend on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from testimonia.codebook.codebook import Codebook
from testimonia.read import factuality
from testimonia.read.attribution_chain import Attribution
from testimonia.read.certainty import certainty
from testimonia.read.factuality_features import features
from testimonia.read.factuality_graded import form, graded
from testimonia.read.factuality_model import models

if TYPE_CHECKING:
    from spacy.tokens import Doc

Scale = Literal["reader", "happened"]

# Shares of rules, "happened", "judged" and "told" in the reader's scale, set by hand: docs/evaluation/factuality.md.
# What will be counts as "no" to "happened", which has no say there, and less to "judged"; where no word bears on a
# happening, the rules know its form only.
_SHARES = (0.55, 0.05, 0.35, 0.15)
_AHEAD = (0.7, 0.0, 0.25, 0.15)
_BARE = (0.5, 0.1, 0.35, 0.15)


def score(doc: Doc, i: int, attributions: Sequence[Attribution], codebook: Codebook, scale: Scale = "reader") -> float:
    """How certain it is that the happening at token ``i`` came about, from -3 to 3.

    ``reader``: what a reader of the text would say, who trusts a plain report and leaves a plan in between.
    ``happened``: whether it had happened when the text was written, a plan counting as not yet. Raises
    ``CodebookError`` where no codebook in use has fitted weights.
    """
    names, rules = evidence(doc, i, attributions, codebook)
    fitted = models(codebook)
    happened = fitted.happened.value(names, doc[i])
    if scale == "happened":
        return happened
    parts = (rules, happened, fitted.judged.value(names, doc[i]), fitted.told.value(names))
    shares = _shares(factuality.gather(doc[i], attributions, codebook))
    value = sum(share * part for share, part in zip(shares, parts, strict=True))
    return max(-3.0, min(3.0, value))


def _shares(told: factuality.Told) -> tuple[float, ...]:
    if not told.operators and not told.cues:
        return _BARE
    ahead = any(o.name == "future" for o in told.operators) and not any(o.operation == "deny" for o in told.operators)
    return _AHEAD if ahead else _SHARES


def evidence(doc: Doc, i: int, attributions: Sequence[Attribution], codebook: Codebook) -> tuple[list[str], float]:
    """The features of token ``i`` and the number that the rules alone give it."""
    told = factuality.gather(doc[i], attributions, codebook)
    reading = factuality.of(doc, i, attributions, codebook)
    words = certainty(codebook)
    rules = graded(doc[i], told, words)
    names = features(
        doc, i, told.scope, reading.stance.value, reading.tense.value, told.chain, marks=words.lists.sentence_marks
    )
    return [*names, f"rules={round(rules * 2) / 2}", f"form={form(doc[i])}"], rules
