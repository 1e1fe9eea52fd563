"""Doers who are only suspected."""

import pytest

from testimonia.model.factuality import Factuality
from tests.read.expecting import triggered
from tests.read.telling import claims_of


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A suspected Russian air raid on a camp in Goma left dozens dead.", "raid"),
        ("Suspected rebel shells killed nine farmers in Goma.", "killed"),
    ],
)
def test_what_a_suspected_doer_did_is_probable(text: str, word: str) -> None:
    assert triggered(claims_of(text), word).factuality is Factuality.PROBABLE


def test_what_befell_a_suspect_is_certain() -> None:
    text = "The army arrested nine suspected rebels in Goma."
    assert triggered(claims_of(text), "arrested").factuality is Factuality.CERTAIN
