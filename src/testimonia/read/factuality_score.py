"""How certain it is that a happening came about, as a number: the rules' value, corrected by two fitted models.

What always holds: a score lies between -3 (certainly did not happen) and 3 (certainly happened); it is a sum of named
weights, so it can be explained; and the seven values of ``factuality.of`` do not depend on it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from testimonia.codebook.codebook import Codebook
from testimonia.model.errors import CodebookError
from testimonia.read import factuality
from testimonia.read.attribution_chain import Attribution
from testimonia.read.certainty import certainty
from testimonia.read.factuality_features import features

if TYPE_CHECKING:
    from spacy.tokens import Doc

Scale = Literal["reader", "happened", "told"]

# Shares of the rules, of "told" and of "happened" in the reader's scale, and what lifts a plain statement to 3. Set by
# judgement, not fitted; on UW's development part they reach r .75 where the rules alone reach .72.
_SHARES = (0.55, 0.3, 0.15)
_LIFT = 0.25


@dataclass(frozen=True, slots=True)
class Weights:
    """One linear model: ``bias`` plus the weight of every feature that holds."""

    bias: float
    weights: Mapping[str, float]

    def value(self, names: Sequence[str]) -> float:
        """The model's number for features of those names, within -3 and 3."""
        return max(-3.0, min(3.0, self.bias + sum(self.weights.get(name, 0.0) for name in names)))


@lru_cache(maxsize=4)
def models(codebook: Codebook) -> Mapping[str, Weights]:
    """The fitted models by name, from ``factuality.json``. Raises ``CodebookError`` where no codebook has the file."""
    for folder in reversed(codebook.folders):
        path = folder / "factuality.json"
        if path.exists():
            content = json.loads(path.read_text(encoding="utf-8"))
            return {name: Weights(m["bias"], m["weights"]) for name, m in content["models"].items()}
    raise CodebookError("factuality.json: no codebook in use has these weights")


def score(doc: Doc, i: int, attributions: Sequence[Attribution], codebook: Codebook, scale: Scale = "reader") -> float:
    """How certain it is that the happening at token ``i`` came about, from -3 to 3.

    ``reader``: as a reader of news would say, who trusts a plain report and leaves a plan in between. ``told``: as the
    text tells it (MEANTIME). ``happened``: whether it had happened when written, a plan counting as not (UDS-IH2).
    """
    names, graded = evidence(doc, i, attributions, codebook)
    fitted = models(codebook)
    if scale != "reader":
        return fitted[scale].value(names)
    rules, told, happened = _SHARES
    value = rules * graded + told * fitted["told"].value(names) + happened * fitted["happened"].value(names) + _LIFT
    return max(-3.0, min(3.0, value))


def evidence(doc: Doc, i: int, attributions: Sequence[Attribution], codebook: Codebook) -> tuple[list[str], float]:
    """The features of token ``i`` and the number that the rules alone give it."""
    told = factuality.gather(doc[i], attributions, codebook)
    reading = factuality.of(doc, i, attributions, codebook)
    words = certainty(codebook).lists
    names = features(
        doc, i, told.scope, reading.stance.value, reading.tense.value, told.chain, marks=words.sentence_marks
    )
    return names, factuality.graded(told.operators, told.cues, words.scale)
