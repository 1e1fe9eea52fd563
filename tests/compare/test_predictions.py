from __future__ import annotations

from testimonia.model.factuality import Tense
from tests.compare.telling import compared, strike
from tests.factories import Telling


def test_a_prediction_is_kept_with_who_made_it() -> None:
    telling = Telling("Valley Post", "Reeve said the army would storm Darkush.", "2016-04-20")
    telling.claim("the army would storm Darkush", place="Darkush", tense=Tense.FUTURE, source=("ada-minister", "Reeve"))
    (prediction,) = compared(telling, strike("Coast Daily", "Jets bombed the clinic")).predictions
    assert prediction.name == "Ada Reeve"
    assert prediction.statement == "the army would storm Darkush"
