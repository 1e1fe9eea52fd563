"""Who calls, accuses or demands where a document or a participle does so."""

from tests.read.telling import claims_of


def voices(text: str, kind: str) -> list[str]:
    """The names of those who act in the claims of a type."""
    return [m.name for c in claims_of(text) if c.type == kind for m in c.actors]


def test_a_statement_that_accuses_has_the_voice_of_its_owner() -> None:
    text = "A Kenyan defence ministry statement on Sunday accused Hezbollah of firing mortars on Tyre."
    assert voices(text, "ACCUSE") == ["Kenyan Ministry of Defence"]


def test_a_call_that_hangs_on_what_was_condemned_is_made_by_who_condemned_it() -> None:
    text = "The Kenyan foreign ministry condemned the massacre committed by rebels yesterday calling on Uganda to act."
    assert voices(text, "REQUEST") == ["Kenyan Ministry of Foreign Affairs"]
