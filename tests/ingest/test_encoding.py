from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.ingest.encoding import decode
from testimonia.model.errors import InputError


@given(
    st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1).filter(lambda t: t[0] != "\ufeff")
)
def test_utf8_is_decoded_unchanged(text: str) -> None:
    assert decode(text.encode()).text == text


def test_newlines_of_every_kind_are_kept() -> None:
    assert decode(b"one\r\ntwo\rthree\n").text == "one\r\ntwo\rthree\n"


def test_a_byte_order_mark_is_left_out_and_said() -> None:
    decoded = decode(b"\xef\xbb\xbfGuns fired.")
    assert decoded.text == "Guns fired."
    assert "byte order mark" in decoded.notices[0]


def test_utf16_with_its_mark_is_read() -> None:
    assert decode("\ufeffGuns fired.".encode("utf-16-le")).text == "Guns fired."


def test_curled_quotation_marks_of_windows_are_read_as_such_and_said() -> None:
    decoded = decode("The army said: “We fired no shot at the bridge.”".encode("cp1252"))
    assert decoded.text == "The army said: “We fired no shot at the bridge.”"
    assert decoded.encoding == "cp1252"
    assert "not UTF-8" in decoded.notices[0]


def test_russian_in_an_old_encoding_is_guessed_from_its_bytes() -> None:
    text = "Армия обстреляла мост третий день подряд, и две семьи вынесли из подвалов старого амбара. " * 3
    assert decode(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 8, b"\x7fELF\x02\x01\x01\x00\x00\x00", b"\x89PNG\r\n\x1a\n\x00\x00"]
)
def test_what_is_no_text_is_refused_in_one_line(content: bytes) -> None:
    with pytest.raises(InputError, match="is not text") as error:
        decode(content)
    assert "\n" not in str(error.value)


def test_a_mark_that_lies_is_refused() -> None:
    with pytest.raises(InputError, match="save it again as UTF-8"):
        decode(b"\xef\xbb\xbfabc \xff\xff")


def test_utf8_that_is_cut_off_in_a_character_is_still_utf8() -> None:
    text = "She said “the bridge fell”."
    decoded = decode(text.encode() + "“".encode()[:2])
    assert decoded.text == text + "\N{REPLACEMENT CHARACTER}"
    assert "one place" in decoded.notices[0]
