from __future__ import annotations

from testimonia.link.known import known
from tests.factories import BOOK, Telling


def test_a_deed_that_the_codebook_dates_is_known_by_its_words() -> None:
    telling = Telling("Valley Post", "The massacre of Hama is not forgotten. Hama is a quiet town.")
    shown = telling.claim("The massacre of Hama", place="Hama")
    telling.claim("Hama is a quiet town", place="Hama")
    assert {claim: happening.id for claim, happening in known(telling.claims, BOOK).items()} == {
        shown.id: "massacre-of-hama"
    }
