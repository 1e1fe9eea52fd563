"""A quotation that no verb leads to is of whoever told something right before it."""

from testimonia.codebook.codebook import load
from testimonia.read import attribution
from testimonia.read.grammar import parse
from testimonia.read.transcript import plain


def tellers_of_quotation(text: str) -> list[str]:
    transcript = plain(text)
    paragraphs = [(p.start, p.end) for p in transcript.paragraphs]
    doc, book = parse(transcript), load(base=("english",))
    found = attribution.with_unled(doc, attribution.find(doc, paragraphs, book), paragraphs, book)
    start = text.index('"')
    return [text[a.source[0] : a.source[1]] for a in found if a.source and a.content[0][0] == start and a.conveys]


def test_a_quotation_after_a_telling_is_the_tellers() -> None:
    text = 'Omar Hadid told the paper of two dead. A witness described the raid. "I saw three bodies in the street."'
    assert tellers_of_quotation(text) == ["A witness"]


def test_another_speaker_between_ends_the_first_ones_quotations() -> None:
    text = '"Two men died" said Omar. A witness named Ahmad described the raid. "I saw three bodies in the street."'
    start = text.rindex('"', 0, len(text) - 2)
    assert tellers_of_quotation(text[text.index("A witness") :]) == ["A witness"] and start


def test_what_nobody_told_before_stays_with_nobody() -> None:
    assert tellers_of_quotation('The lamps went out. "I saw three bodies in the street."') == []


def test_a_report_hands_no_quotation_over() -> None:
    assert tellers_of_quotation('The report describes the raid. "I saw three bodies in the street."') == []


def test_two_who_tell_leave_it_open() -> None:
    text = 'The mayor told the paper that a witness described the raid. "I saw three bodies in the street."'
    assert tellers_of_quotation(text) == []
