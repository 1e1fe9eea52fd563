"""Which sentences the entity proposer is shown, and that unshown is not the same as empty."""

from testimonia.read import proposals
from testimonia.read.grammar import parse
from testimonia.read.transcript import plain
from tests.read.telling import book


def proposed(text: str) -> list[tuple[str, str]]:
    doc = parse(plain(text), entities=False)
    proposals.propose(doc, proposals.settled_words(book()))
    return [(entity.text, entity.label_) for entity in doc.ents]


def test_a_sentence_of_known_names_is_not_shown() -> None:
    doc = parse(plain("Russia bombed Aleppo on Friday."), entities=False)
    proposals.propose(doc, proposals.settled_words(book()))
    assert not doc.ents
    assert all(token.ent_iob == 0 for token in doc)


def test_a_sentence_with_an_unknown_name_is_shown() -> None:
    assert ("Marta Kowalczyk", "PERSON") in proposed("Russia bombed Aleppo. Marta Kowalczyk fled the town.")


def test_the_first_name_of_a_known_person_settles_nothing() -> None:
    assert any(label == "PERSON" for _, label in proposed("The convoy was led by Vladimir Okonkwo."))


def test_a_first_name_and_a_surname_of_different_people_are_somebody_else() -> None:
    assert ("Ahmad Rahmani", "PERSON") in proposed("Ahmad Rahmani visited Libya.")


def test_everything_is_shown_where_nothing_is_settled() -> None:
    doc = parse(plain("Russia bombed Aleppo on Friday."), entities=False)
    proposals.propose(doc)
    assert {entity.label_ for entity in doc.ents} >= {"GPE"}


def test_a_text_without_words_has_no_entities() -> None:
    doc = parse(plain("  "), entities=False)
    proposals.propose(doc)
    assert not doc.ents
