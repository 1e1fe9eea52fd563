"""Codes of events in CAMEO: our own sentences."""

import pytest

from testimonia.export.cameo import cameo
from testimonia.export.cameo_events import event_code
from testimonia.export.coded_claims import as_told
from tests.read.telling import book, claims_of


def code_of(text: str) -> str:
    claims = claims_of(text)
    return event_code(as_told(claims)[0], claims, cameo(book()))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kenya condemned Eritrea.", "111"),
        ("Egypt recognised Kosovo.", "054"),
        ("Chad asked France to help Niger.", "023"),
        ("Qatar threatened to bomb Bahrain.", "138"),
        ("The army besieged Homs.", "191"),
        ("Kenya complained to Somalia.", "114"),
    ],
)
def test_the_finest_code_that_the_words_give_counts(text: str, code: str) -> None:
    assert code_of(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Turkey sent food to Somalia.", "073"),
        ("Russia delivered missiles to Syria.", "072"),
        ("Jordan granted asylum to Iraqi dissidents.", "075"),
        ("France suspended aid to Mali.", "162"),
        ("Pakistan broke off talks with India.", "164"),
        ("Morocco cut diplomatic ties with Iran.", "161"),
        ("Kenya sent condolences to Nepal.", "018"),
        ("Spain extradited a Basque militant to France.", "063"),
    ],
)
def test_what_is_done_to_what_decides(text: str, code: str) -> None:
    assert code_of(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Malawi asked Zambia for food aid.", "023"),
        ("Japan pledged aid to Nepal.", "033"),
        ("Turkey refused to cooperate with Syria.", "121"),
        ("Cuba refused to meet the Spanish envoy.", "125"),
        ("Germany refused to send weapons to Ukraine.", "122"),
    ],
)
def test_what_is_asked_promised_or_refused_gives_the_third_digit(text: str, code: str) -> None:
    assert code_of(text) == code


def test_wanted_cooperation_is_an_intention() -> None:
    assert code_of("Hungary is ready to cooperate with Serbia.") == "031"
