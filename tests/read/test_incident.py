"""Who is said to have done what an account mainly tells of."""

from testimonia.read import incident
from tests.read.telling import book, claims_of


def doer(text: str) -> str | None:
    mention = incident.perpetrator(claims_of(text), book())
    return mention.name if mention else None


def test_harm_with_a_toll_outweighs_harm_told_without_one() -> None:
    text = "Hezbollah shelled a field near Tyre. Israeli jets killed 40 people in Sidon and wounded 70."
    assert doer(text) == "Israel"


def test_an_army_and_its_state_are_one_power() -> None:
    text = "Hezbollah bombed Haifa. The Turkish army shelled Afrin. Turkey bombed Kobani. Turkish jets bombed Jindires."
    assert doer(text) == "Turkish Armed Forces"


def test_where_nobody_is_said_to_have_done_harm_nobody_is_the_answer() -> None:
    assert doer("Envoys met in Geneva on Friday.") is None
