"""Codes of actors in CAMEO, and the form of all codes: our own sentences."""

import pytest

from testimonia.export.cameo import actor_code, cameo
from testimonia.export.coded_claims import as_told
from tests.read.telling import book, claims_of


def actor_of(text: str) -> str:
    claims = claims_of(text)
    claim = as_told(claims)[0].claim
    return actor_code(claim.actors[0], claim, claims, book(), cameo(book()))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kenya condemned Eritrea.", "KEN"),
        ("Kenyan soldiers attacked Eritrea.", "KENMIL"),
        ("Kenyan police arrested Eritrean diplomats.", "KENCOP"),
        ("A court in Guyana condemned two Brazilian men.", "GUYJUD"),
        ("Rebels attacked Kenyan troops.", "---REB"),
        ("The United Nations condemned Eritrea.", "IGOUNO"),
    ],
)
def test_an_actor_is_its_state_and_its_role(text: str, code: str) -> None:
    assert actor_of(text) == code


def test_every_code_has_the_form_of_the_scheme() -> None:
    words = cameo(book())
    codes = [*words.types.values(), *words.senses.values(), *words.words.values(), words.refusing]
    codes += [act.code for act in words.acts] + [unrest.code for unrest in words.unrest] + [words.accusing.code]
    assert all(code.isdigit() and 3 <= len(code) <= 4 and "01" <= code[:2] <= "20" for code in codes)
    assert all(1 <= int(digit) <= 9 for digits in words.within.values() for digit in digits.values())
