"""The score of rules and fitted models together: bounds, order and the two scales."""

from pathlib import Path

import pytest

from testimonia.codebook.codebook import load
from testimonia.read.factuality_score import Scale, score
from tests.read.certainty_of import sentence


def certainty_of(text: str, trigger: str, scale: Scale = "reader") -> float:
    doc, i, found = sentence(text, trigger)
    return score(doc, i, found, load(base=("english",)), scale)


@pytest.mark.parametrize("scale", ["reader", "happened"])
@pytest.mark.parametrize(
    "text", ["The army shelled Brod.", "The army never shelled Brod.", "shelled", "Was it shelled?"]
)
def test_a_score_stays_within_its_bounds(text: str, scale: Scale) -> None:
    assert -3 <= certainty_of(text, "shelled", scale) <= 3


def test_what_happened_ranks_over_what_did_not() -> None:
    assert certainty_of("The army shelled Brod.", "shelled") > certainty_of("The army did not shell Brod.", "shell")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Russia did not bomb the hospital.", "bomb"),
        ("The army has never shelled the market.", "shelled"),
        ("The rebels had not entered Bangui.", "entered"),
        ("The garrison failed to hold the bridge.", "hold"),
        ("The council decided against bombing the bridge.", "bombing"),
    ],
)
def test_what_is_denied_scores_below_nought(text: str, trigger: str) -> None:
    assert certainty_of(text, trigger) < 0


def test_a_plan_counts_as_not_yet_on_the_scale_of_what_happened() -> None:
    text = ("The army will shell Brod tomorrow.", "shell")
    assert certainty_of(*text, "happened") < 0 < certainty_of(*text)


def test_the_same_sentence_scores_the_same_twice() -> None:
    text = ("The militia may have left Bria.", "left")
    assert certainty_of(*text) == certainty_of(*text)


def test_the_weights_say_what_they_were_fitted_on_and_stay_small() -> None:
    import numpy as np

    path = Path(load(base=("english",)).folders[0]) / "factuality.npz"
    assert path.stat().st_size < 3_500_000
    with np.load(path, allow_pickle=False) as held:
        note = bytes(held["note"]).decode("ascii")
    assert "CC BY-SA" in note
    assert "UDS-IH2" in note
