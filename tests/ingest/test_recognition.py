from __future__ import annotations

from testimonia.codebook.codebook import Codebook
from testimonia.ingest.datelines import date_reader
from testimonia.ingest.recognition import Recognised, Sentence, name_pattern, recognise


def found(text: str, codebook: Codebook) -> list[Recognised]:
    return list(recognise([Sentence(text, 10)], codebook, date_reader(codebook)))


def test_all_words_of_one_way_must_stand_in_the_sentence(river: Codebook) -> None:
    assert [hit.happening.id for hit in found("The envoy travelled to Port Ansel.", river)] == ["envoy-visit"]
    assert found("The envoy stayed away from Port Ansel.", river) == []


def test_the_span_holds_the_words_that_show_it(river: Codebook) -> None:
    hit = found("On Tuesday the envoy visited Port Ansel again.", river)[0]
    assert hit.span.text == "envoy visited Port Ansel"
    assert hit.span.start == 10 + len("On Tuesday the ")


def test_a_long_name_alone_shows_it(river: Codebook) -> None:
    assert found("They speak of the siege of the Mill Bridge.", river)[0].happening.id == "bridge-siege"


def test_parts_of_a_name_may_be_joined_in_any_way() -> None:
    assert name_pattern("Jabal al-Nar").fullmatch("jabal al nar")
    assert not name_pattern("Jabal al-Nar").search("jabal al-narrow")
