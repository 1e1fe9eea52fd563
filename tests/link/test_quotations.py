from __future__ import annotations

from testimonia.link import quotations
from testimonia.link.words import linking_words
from tests.factories import BOOK, Telling, of

WORDS = linking_words(BOOK)


def _found(*texts: str) -> tuple[quotations.Quotation, ...]:
    tellings = [Telling(f"Outlet {number}", text) for number, text in enumerate(texts)]
    accounts, claims, documents = of(*tellings)
    return quotations.find({account.id: account for account in accounts}, documents, claims, WORDS, BOOK)


def test_a_short_wording_is_found_in_a_long_one() -> None:
    (quotation,) = _found(
        "“The bridge was mined by deserters and we will rebuild it before winter comes,” Reeve said on Monday.",
        "Reeve said: “The bridge was mined by deserters.”",
    )
    assert quotation.event.title == "Ada Reeve: “The bridge was mined by deserters.”"
    assert "deserters" in quotation.event.bonds[0].reasons[0].detail


def test_two_sayings_of_one_speaker_stay_apart() -> None:
    assert not _found(
        "“The bridge was mined by deserters,” Reeve said.", "“The harvest will be poor by all accounts,” Reeve said."
    )


def test_words_in_order_within_a_window() -> None:
    assert quotations.shared_in_order(("a", "b", "c"), ("x", "a", "y", "b", "c")) == 3
    far = ("a", *"nopqrstuvw", "b", *"nopqrstuvw", "c")
    assert quotations.shared_in_order(("a", "b", "c"), far) < 3
