import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.ids import digest, slug


def test_the_same_parts_give_the_same_id() -> None:
    assert digest("d1", 3, "ASSAULT") == digest("d1", 3, "ASSAULT")


def test_an_id_is_the_same_in_every_version() -> None:
    assert digest("a", 1) == hashlib.sha256(b"1:a1:1").hexdigest()[:16]


@given(st.lists(st.text(max_size=6), max_size=4), st.lists(st.text(max_size=6), max_size=4))
def test_parts_cannot_run_into_each_other(left: list[str], right: list[str]) -> None:
    assert (digest(*left) == digest(*right)) == (left == right)


@given(st.integers(1, 64))
def test_an_id_is_as_many_hex_digits_as_asked(length: int) -> None:
    assert re.fullmatch(r"[0-9a-f]+", digest("x", length=length))
    assert len(digest("x", length=length)) == length


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Iker Zubizarreta", "iker-zubizarreta"),
        ("Army of the Valley", "army-of-the-valley"),
        ("Bihać’s  5th Corps", "bihacs-5th-corps"),
        ("  -- M23 --  ", "m23"),
    ],
)
def test_a_slug_is_readable(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize("name", ["Вагнер", "حزب", "俄罗斯", ""])
def test_a_name_without_latin_letters_still_has_an_id(name: str) -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", slug(name))


def test_two_names_without_latin_letters_have_two_ids() -> None:
    assert slug("Вагнер") != slug("حزب")


@given(st.text(max_size=40))
def test_a_slug_of_anything_is_fit_for_an_id(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name))


@given(st.text(max_size=40))
def test_a_slug_of_a_slug_is_itself(name: str) -> None:
    assert slug(slug(name)) == slug(name)
