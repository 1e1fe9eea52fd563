"""One account as the reader has it before it: sentences, paragraphs, days, and what was found in it."""

from datetime import date

import pytest

from testimonia.model.period import Period
from testimonia.read.reading import telling_day
from tests.read.telling import DAY, claims_of, reading_of


def test_all_that_claims_are_made_of_is_found_once() -> None:
    reading = reading_of("Ukraine said on Monday that Russian missiles killed 12 people in Odesa.")
    assert [place.text for place in reading.places if place.text == "Odesa"]
    assert [figure.low for figure in reading.figures] == [12]
    assert len(reading.periods) == 1
    assert len(reading.attributions) == 1


def test_a_word_knows_its_sentence() -> None:
    reading = reading_of("Jets came. Tanks came later.")
    numbers = [reading.sentence_of(token.i) for token in reading.doc if token.text in ("Jets", "Tanks")]
    assert numbers == [0, 1]


def test_the_bounds_of_a_sentence_are_its_words() -> None:
    reading = reading_of("Jets came. Tanks came later.")
    start, end = reading.sentence_bounds(1)
    assert reading.doc.text[start:end].strip() == "Tanks came later."


def test_an_offset_knows_its_paragraph() -> None:
    text = "Jets came to the town.\n\nTanks came later."
    reading = reading_of(text)
    assert reading.paragraph_of(0) == 0
    assert reading.paragraph_of(reading.doc.text.index("Tanks")) == 1


def test_a_span_of_the_reading_is_the_documents() -> None:
    text = "# Heading\n\nThe *army* left."
    reading = reading_of(text)
    token = next(token for token in reading.doc if token.text == "army")
    span = reading.token_span(token.i, token.i + 1)
    assert text[span.start : span.end] == span.text == "army"


def test_a_phrase_may_be_asked_for_its_actors() -> None:
    reading = reading_of("Russian jets bombed Odesa.")
    jets = next(token for token in reading.doc if token.text == "jets")
    assert [mention.text for mention in reading.actors_of(jets)] == ["Russian jets"]


def test_an_account_is_told_on_its_day_of_publication() -> None:
    assert reading_of("Jets came.").day == DAY


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2016, 8, 9), date(2016, 8, 9), date(2016, 8, 9)),
        (date(2016, 8, 1), date(2016, 8, 31), date(2016, 8, 16)),
        (date(2016, 8, 1), None, date(2016, 8, 1)),
        (None, date(2016, 8, 1), date(2016, 8, 1)),
        (None, None, None),
    ],
)
def test_a_day_to_ask_dated_facts_of(start: date | None, end: date | None, expected: date | None) -> None:
    assert telling_day(Period(start, end)) == expected


def test_a_first_person_outside_quotation_marks_is_the_author_of_the_account() -> None:
    reading = reading_of("We met the rebels in Goma.")
    (mention,) = reading.actors_of(reading.doc[0])
    assert mention.actor == reading.account.id
    assert mention.text == "We"


def test_a_first_person_in_quotation_marks_is_not_the_author() -> None:
    reading = reading_of("“We met the rebels in Goma,” Kagame said.")
    assert all(mention.actor != reading.account.id for mention in reading.actors_of(reading.doc[1]))


def test_who_is_quoted_does_not_call_himself_he() -> None:
    text = (
        "Jens Stoltenberg said an attacker carried out both raids in Goma. "
        '"He planted a bomb at the school and then blew himself up," Stoltenberg told AFP.'
    )
    told = [c for c in claims_of(text) if c.trigger and c.trigger.text in ("planted", "blew")]
    assert told and all("Stoltenberg" not in mention.name for claim in told for mention in claim.actors)
