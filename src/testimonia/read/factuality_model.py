"""The fitted models behind a score of certainty, as they stand in ``factuality.npz``.

What always holds: the weights were fitted on UDS-IH2 (CC BY-SA 4.0) and MEANTIME (CC BY 4.0) and on nothing else, by
``scripts/train_factuality.py``; a feature that the models have not seen counts nothing; a value lies between -3 and 3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from testimonia.codebook.codebook import Codebook
from testimonia.model.errors import CodebookError
from testimonia.read.factuality_features import vector_words

if TYPE_CHECKING:
    import numpy as np
    from spacy.tokens import Token

    Array: TypeAlias = np.ndarray[Any, np.dtype[Any]]

FILE = "factuality.npz"


@dataclass(frozen=True, slots=True)
class Networks:
    """Small networks whose mean is the answer; one per starting point.

    ``names``: row of each feature in ``table`` (networks, features, units; bytes times ``step``). ``axes``: for each of
    the four words of ``vector_words`` a matrix that brings its vector to a few dimensions, and what is taken off first.
    """

    names: Mapping[str, int]
    table: Array
    step: Array
    axes: tuple[tuple[Array, Array], ...]
    dense: Array
    layers: tuple[tuple[Array, Array], ...]
    bias: Array

    def value(self, names: Sequence[str], token: Token) -> float:
        """The networks' number for a trigger with features of those names."""
        import numpy as np

        rows = [self.names[name] for name in names if name in self.names]
        units = self.table[:, rows].sum(axis=1, dtype=np.int32) * self.step + self.bias
        units = units + np.einsum("d,ndu->nu", self.vector(token), self.dense)
        for weights, bias in self.layers:
            units = np.einsum("nu,nuv->nv", np.maximum(units, 0), weights) + bias
        return float(np.clip(units.mean(), -3, 3))

    def vector(self, token: Token) -> Array:
        """The vectors of the four words, each brought to a few dimensions, one after the other."""
        import numpy as np

        parts = []
        for word, (axes, mean) in zip(vector_words(token), self.axes, strict=True):
            own = word.vector if word is not None else np.zeros_like(mean)
            parts.append((own - mean if own.shape == mean.shape else -mean) @ axes)
        return np.concatenate(parts)


@dataclass(frozen=True, slots=True)
class Told:
    """A linear model of whether the text tells something as having happened."""

    weights: Mapping[str, float]
    bias: float

    def value(self, names: Sequence[str]) -> float:
        """The model's number for features of those names."""
        return max(-3.0, min(3.0, self.bias + sum(self.weights.get(name, 0.0) for name in names)))


@dataclass(frozen=True, slots=True)
class Models:
    """The three models.

    ``happened``: whether it had happened when written; ``judged``: what a reader makes of it, who leaves a plan in
    between; ``told``: whether news tells it as a fact.
    """

    happened: Networks
    judged: Networks
    told: Told


@lru_cache(maxsize=4)
def models(codebook: Codebook) -> Models:
    """The models of the nearest codebook that has them. Raises ``CodebookError`` where none has."""
    import numpy as np

    for folder in reversed(codebook.folders):
        path = folder / FILE
        if path.exists():
            with np.load(path, allow_pickle=False) as held:
                return _models({name: held[name] for name in held.files})
    raise CodebookError(f"{FILE}: no codebook in use has these weights")


def _models(held: Mapping[str, Array]) -> Models:
    names = {name: row for row, name in enumerate(_names(held["names"]))}
    axes = tuple((_wide(held[f"axes{k}"]), _wide(held[f"mean{k}"])) for k in range(4))
    told = zip(_names(held["told_names"]), held["told_weights"].tolist(), strict=True)

    def networks(model: str) -> Networks:
        return Networks(
            names=names,
            table=held[f"{model}_table"],
            step=held[f"{model}_step"],
            axes=axes,
            dense=_wide(held[f"{model}_dense"]),
            layers=tuple((held[f"{model}_weights{k}"], held[f"{model}_bias{k}"]) for k in (1, 2)),
            bias=held[f"{model}_bias0"],
        )

    return Models(networks("happened"), networks("judged"), Told(dict(told), float(held["told_bias"])))


def _names(held: Array) -> list[str]:
    return bytes(held).decode("utf-8").split("\n")


def _wide(held: Array) -> Array:
    return held.astype("float32")
