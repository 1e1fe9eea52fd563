"""Whom an account means by a word that only condemns."""

import pytest

from testimonia.model.claim import Kind
from testimonia.read.actors import Cast
from testimonia.read.bearers import resolve
from tests.read.telling import DAY, book, claims_of, parsed


def meant(text: str) -> list[tuple[str, str]]:
    cast = Cast(parsed(text), book(), DAY)
    return [(cast.doc[i].text, mention.actor) for i, mentions in resolve(cast).items() for mention in mentions]


def test_the_one_armed_party_of_the_sentence_before_is_meant() -> None:
    assert meant("Hezbollah shelled the port. The terrorists fled.") == [("terrorists", "hezbollah")]


def test_a_party_named_beside_the_word_is_meant() -> None:
    assert meant("The terrorists of Hezbollah shelled the port.") == [("terrorists", "hezbollah")]
    assert meant("Hezbollah are terrorists.") == [("terrorists", "hezbollah")]


def test_terrorists_without_an_article_are_nobody_in_particular() -> None:
    assert meant("Hezbollah shelled the port. Terrorists fled.") == []


def test_a_state_is_not_meant() -> None:
    assert meant("Egypt shelled the port. The terrorists fled.") == []


def test_two_parties_leave_it_open() -> None:
    assert meant("Hezbollah met the M23. The terrorists fled.") == []


def test_a_mention_spans_the_word_itself() -> None:
    cast = Cast(parsed("Hezbollah shelled the port. The bandits fled."), book(), DAY)
    for i, mentions in resolve(cast).items():
        assert [mention.text for mention in mentions] == [cast.doc[i].text]


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("The army fought to dislodge the Hamas and Islamic Jihad militants.", ["hamas", "palestinian-islamic-jihad"]),
        ("Ten militants of Hamas and Islamic Jihad were killed.", ["hamas", "palestinian-islamic-jihad"]),
        ("Forces led by the PKK terrorist organization's offshoot took Cizre.", ["pkk"]),
    ],
)
def test_several_named_together_bear_one_label(sentence: str, bearers: list[str]) -> None:
    (label,) = [c for c in claims_of(sentence) if c.kind is Kind.LABEL]
    assert [m.actor for m in label.recipients] == bearers


def test_whoever_speaks_of_militants_is_not_meant_by_it() -> None:
    (label,) = [c for c in claims_of("Hamas said the radical militants had left Gaza.") if c.kind is Kind.LABEL]
    assert "hamas" not in [m.actor for m in label.recipients]


def test_a_name_before_the_noun_bears_the_label_and_one_that_they_are_against_does_not() -> None:
    (label,) = [c for c in claims_of("Hamas jihadist rebels seized the hill.") if c.kind is Kind.LABEL]
    assert [m.actor for m in label.recipients] == ["hamas"]
    labels = [c for c in claims_of("The M23 shelled Goma. Anti-M23 rebels fled.") if c.kind is Kind.LABEL]
    assert "m23" not in [m.actor for c in labels for m in c.recipients]
