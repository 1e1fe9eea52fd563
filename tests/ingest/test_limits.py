from __future__ import annotations

from io import BytesIO

import pytest

from testimonia.ingest.limits import check_expansion, check_html, read_capped
from testimonia.model.errors import InputError


def test_reading_stops_at_the_limit() -> None:
    assert read_capped(BytesIO(b"abc"), 3) == b"abc"
    with pytest.raises(InputError, match="limit for one document"):
        read_capped(BytesIO(b"abcd"), 3)


def test_paragraphs_left_open_do_not_nest() -> None:
    check_html(b"<html><body>" + b"<p>Guns fired.<br>" * 2_000 + b"</body></html>")


@pytest.mark.parametrize("first", ["", "x='>' ", "' "])
def test_an_element_with_attributes_without_number_is_refused(first: str) -> None:
    attributes = " ".join(f"a{number}=x" for number in range(20_000))
    with pytest.raises(InputError, match="attributes"):
        check_html(f"<html><body {first}{attributes}><p>Guns fired.</p></body></html>".encode())


def test_long_values_of_attributes_and_long_paragraphs_are_no_attributes() -> None:
    words = "Guns fired. " * 20_000
    check_html(f"<html><body title='{words}'><p>{words}</p></body></html>".encode())


def test_a_tag_that_never_ends_is_passed_over_at_once() -> None:
    check_html(b"<html><body><" + b"a" * 1_000_000)


def test_a_small_archive_may_expand_far_and_a_large_one_may_not() -> None:
    check_expansion(100, 10_000_000)
    check_expansion(10_000_000, 500_000_000)
    with pytest.raises(InputError, match="zip bomb"):
        check_expansion(1_000, 60_000_000)
