from dataclasses import FrozenInstanceError

import pytest

from testimonia.model.claim import Kind
from testimonia.read import happenings, labels, relations
from testimonia.read.draft import Draft
from tests.read.telling import reading_of


def drafts(text: str) -> list[Draft]:
    reading = reading_of(text)
    return [*happenings.find(reading), *relations.find(reading), *labels.find(reading)]


def test_a_trigger_stands_within_the_words_of_its_draft() -> None:
    found = drafts(
        "The Houthis, a terrorist group armed by Iran, shelled Aden. Saudi-funded rebels captured the port. "
        "The siege of Sarajevo by the Bosnian Serb army killed 11,000 people."
    )
    assert len(found) >= 5
    assert all(draft.start <= draft.trigger < draft.end for draft in found)


def test_a_draft_names_the_rule_that_made_it() -> None:
    assert all(draft.rule for draft in drafts("Iran arms the Houthis, who are terrorists."))


def test_a_draft_does_not_change() -> None:
    draft = Draft(Kind.EVENT, "ASSAULT", 0, 0, 1, (), (), "test")
    with pytest.raises(FrozenInstanceError):
        draft.type = "AID"  # type: ignore[misc]
