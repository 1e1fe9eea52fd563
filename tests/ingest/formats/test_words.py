"""What programs write where nobody gave a title is known from data."""

from testimonia.ingest.formats.words import format_words


def test_what_programs_fill_in_for_a_title_is_listed_in_small_letters() -> None:
    words = format_words()
    filled = words.unstated | words.unstated_word
    assert "untitled" in filled
    assert all(word == word.lower() for word in filled)


def test_the_list_is_read_once() -> None:
    assert format_words() is format_words()
