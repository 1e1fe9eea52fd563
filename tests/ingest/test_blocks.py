from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from testimonia.ingest.blocks import blocks_of, host_of, span_of

LINES = st.lists(
    st.one_of(
        st.text(alphabet="ab .,#*>[]()\t", max_size=90), st.sampled_from(["", "---", "# Title", "By Jane Doe", "\r"])
    ),
    max_size=12,
)


@given(LINES)
def test_every_character_that_is_not_white_space_lies_in_exactly_one_block(lines: list[str]) -> None:
    text = "\n".join(lines)
    blocks = blocks_of(text)
    covered = [0] * len(text)
    for block in blocks:
        assert not text[block.start].isspace() and not text[block.end - 1].isspace()
        for at in range(block.start, block.end):
            covered[at] += 1
    assert all(covered[at] == 1 for at, character in enumerate(text) if not character.isspace())
    assert max(covered, default=0) <= 1


def test_wrapped_lines_are_one_block_and_a_short_line_is_its_own() -> None:
    text = (
        "Guns at the bridge\n3 March 2021\n\n"
        "The army shelled the bridge for a third day on Thursday, and two families\n"
        "were carried out of the cellars of the old granary by their neighbours,\n"
        "who had waited for the firing to stop.\n"
    )
    assert [block.shown.split()[0] for block in blocks_of(text)] == ["Guns", "3", "The"]


def test_a_reader_sees_no_marks_of_markdown() -> None:
    block = blocks_of("## **Guns** at [the bridge](http://x.example/y) _tonight_")[0]
    assert block.shown == "Guns at the bridge tonight"
    assert block.level == 2
    assert block.hosts == ("x.example",)


def test_the_span_of_a_value_is_its_words_or_the_whole_block() -> None:
    text = "By [Jane](#) Doe"
    block = blocks_of(text)[0]
    assert span_of(text, block, "Doe").text == "Doe"
    assert span_of(text, block, "Jane Doe").text == text


def test_a_host_is_told_from_an_address() -> None:
    assert host_of("https://www.heraldpost.example/a") == "heraldpost.example"
    assert host_of("nowhere") is None


def test_a_text_flattened_to_one_line_falls_into_pieces() -> None:
    text = "Shells hit Goma clinic   Reuters  Nine people died there.  The clinic burned."
    assert [text[b.start : b.end] for b in blocks_of(text)] == [
        "Shells hit Goma clinic",
        "Reuters",
        "Nine people died there.",
        "The clinic burned.",
    ]
