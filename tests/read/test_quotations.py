"""Quotation marks, balanced or not, over paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from testimonia.read.quotations import covering, find
from testimonia.read.quotations import inner as single_within


def inner(text: str, *paragraphs: tuple[int, int]) -> list[str]:
    marks = find(text, paragraphs or [(0, len(text))])
    return [text[q.inner_start : q.inner_end] for q in marks]


def test_curly_marks_are_paired() -> None:
    assert inner("“We shelled nobody,” he said. “They did.”") == ["We shelled nobody,", "They did."]


def test_straight_marks_are_paired() -> None:
    assert inner('The colonel said "the bridge is ours" and left.') == ["the bridge is ours"]


def test_two_single_marks_count_as_a_double_one() -> None:
    assert inner("''The bridge is ours,'' the colonel said.") == ["The bridge is ours,"]


def test_apostrophes_are_no_quotation_marks() -> None:
    assert inner("The army’s shells hit the rebels’ depot and didn’t stop.") == []


def test_single_marks_quote_where_no_double_ones_stand() -> None:
    assert inner("‘The army’s shells hit us,’ a doctor said.") == ["The army’s shells hit us,"]


def test_an_opening_mark_without_its_partner_reaches_to_the_end_of_the_paragraph() -> None:
    text = "He said: “The town has fallen."
    (only,) = find(text, [(0, len(text))])
    assert not only.closed
    assert text[only.inner_start : only.inner_end] == "The town has fallen."


def test_a_closing_mark_without_its_partner_is_dropped() -> None:
    assert inner("The town has fallen,” he said.") == []


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    first, second = "“The first shell hit the school.", "“The second hit the clinic,” the nurse said."
    text = f"{first} {second}"
    one, two = find(text, [(0, len(first)), (len(first) + 1, len(text))])
    assert not one.closed
    assert two.continues


def test_a_borrowed_word_is_a_phrase_and_a_sentence_is_not() -> None:
    text = "The “moderate” rebels said: “We will not leave the city.”"
    assert [q.phrase for q in find(text, [(0, len(text))])] == [True, False]


def test_the_quotation_over_an_offset_is_found() -> None:
    text = "He said “leave now” twice."
    marks = find(text, [(0, len(text))])
    assert covering(marks, text.index("leave")) is marks[0]
    assert covering(marks, text.index("twice")) is None


@given(st.text(alphabet="ab .,:\n\"“”‘’'«»", max_size=80))
def test_any_marks_give_ordered_spans_within_the_text(text: str) -> None:
    end = 0
    for quotation in find(text, [(0, len(text))]):
        assert end <= quotation.start <= quotation.inner_start <= quotation.inner_end <= quotation.end <= len(text)
        end = quotation.end


def test_single_marks_within_double_ones_are_quotations_of_their_own() -> None:
    text = "“He said, ‘Leave the town’s mill alone,’ and we left,” she said."
    (outer,) = find(text, [(0, len(text))])
    (within,) = single_within(text, outer)
    assert text[within.inner_start : within.inner_end] == "Leave the town’s mill alone,"
