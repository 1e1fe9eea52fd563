from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.document import SectionKind
from testimonia.read.transcript import of_account, plain
from tests.read.telling import document_of


def test_link_marks_and_emphasis_are_read_over() -> None:
    transcript = plain("*The [Valley Herald](https://example.org) reports*\n\nMore.")
    assert transcript.text == "The Valley Herald reports More."


def test_a_sentence_cut_by_a_page_break_is_one_paragraph() -> None:
    transcript = plain("Thousands of refugees and displaced\n\nfamilies went back.\n\nThe road is open.")
    assert [transcript.text[p.start : p.end] for p in transcript.paragraphs] == [
        "Thousands of refugees and displaced families went back.",
        "The road is open.",
    ]


def test_a_line_break_inside_a_paragraph_becomes_a_space() -> None:
    assert plain("The army\nfired on the town.").text == "The army fired on the town."


def test_a_span_of_the_transcript_is_the_same_words_in_the_document() -> None:
    text = "# Heading\n\nThe *army* shelled the\ntown."
    transcript = plain(text)
    start = transcript.text.index("army")
    span = transcript.span(start, start + 4)
    assert text[span.start : span.end] == span.text == "army"


def test_the_section_of_a_word_is_known() -> None:
    document = document_of("One sentence here.")
    assert of_account(document, document.accounts[0]).kind_at(3) is SectionKind.BODY


def test_an_empty_stretch_has_no_span() -> None:
    try:
        plain("Words.").span(2, 2)
    except ValueError as error:
        assert "no words" in str(error)
    else:
        raise AssertionError("an empty stretch was given a span")


@given(st.text(alphabet=st.sampled_from('aB .\n*_[](#)"“”’é😀\t>-'), max_size=120))
def test_every_character_of_a_transcript_stands_in_the_document(text: str) -> None:
    transcript = plain(text)
    assert len(transcript.text) == len(transcript.origins)
    for character, origin in zip(transcript.text, transcript.origins, strict=True):
        assert character == " " or text[origin] == character
    for paragraph in transcript.paragraphs:
        assert transcript.text[paragraph.start : paragraph.end].strip()


@given(st.text(max_size=80))
def test_any_text_has_a_transcript_whose_origins_run_forward(text: str) -> None:
    origins = plain(text).origins
    assert list(origins) == sorted(origins)


def test_a_text_flattened_to_one_line_is_cut_where_a_line_without_a_full_stop_ended() -> None:
    transcript = plain("Shells hit Goma clinic   Reuters  Monday 4 May 2015  Nine people died.  The clinic burned.")
    said = [transcript.text[p.start : p.end] for p in transcript.paragraphs]
    assert said == ["Shells hit Goma clinic", "Reuters", "Monday 4 May 2015", "Nine people died. The clinic burned."]


def test_double_spaces_are_nothing_in_a_text_of_lines() -> None:
    transcript = plain("The army shelled  Goma.\nNine people died.")
    assert len(transcript.paragraphs) == 1


def test_an_acronym_in_square_brackets_stands_in_round_ones() -> None:
    transcript = plain("The Valley Front [VF] took the pass, and [the rebels] fled.")
    assert transcript.text == "The Valley Front (VF) took the pass, and [the rebels] fled."
    assert transcript.span(17, 21).text == "[VF]"
