"""That a claim tells, field by field, which words gave it and what resolved them."""

from testimonia.model.claim import Kind
from tests.read.telling import claims_of, only


def why(text: str, field: str, kind_type: str = "ASSAULT") -> str:
    return " / ".join(only(claims_of(text), Kind.EVENT, kind_type).reasons.get(field, ()))


def test_an_actor_is_told_by_its_words_their_place_and_the_codebook() -> None:
    said = why("Russian warplanes bombed Mariupol.", "who")
    assert "“Russian warplanes”" in said
    assert "subject of “bombed”" in said
    assert "an adjective of Russia in the codebook" in said


def test_a_passive_agent_stands_after_by() -> None:
    assert "after “by”" in why("The market in Idlib was shelled by Turkey.", "who")


def test_a_recipient_is_told_apart_from_the_actor() -> None:
    assert "object of “attacked”" in why("Israel attacked Hezbollah.", "whom")


def test_a_pronoun_is_said_to_stand_for_earlier_words() -> None:
    claims = claims_of("Turkish jets crossed the border. They bombed the crossing.")
    found = [c for c in claims if c.trigger and c.trigger.text == "bombed"]
    assert "standing for Turkey of earlier words" in found[0].reasons["who"][0]


def test_a_newcomer_is_said_to_be_unknown_to_the_codebook() -> None:
    assert "does not know" in why("The Blue Lantern Brigade shelled Goma.", "who")


def test_places_periods_figures_and_firmness_have_reasons_too() -> None:
    text = "The rebels may have attacked Goma on 3 March 2016, killing 12 people."
    attacked = next(claim for claim in claims_of(text) if claim.trigger and claim.trigger.text == "attacked")
    assert attacked.reasons["place"] == ("clause",)
    assert attacked.reasons["period"] == ("clause",)
    assert "may" in attacked.reasons["firmness"][0]
    killed = [c for c in claims_of(text) if c.figures]
    assert any("“12" in reason for claim in killed for reason in claim.reasons.get("figure", ()))


def test_a_semicolon_in_the_words_does_not_break_the_reasons() -> None:
    for claim in claims_of("Rebels; it was said; attacked Goma; the army of Rwanda fled."):
        assert set(claim.reasons) <= {"rule", "who", "whom", "place", "period", "figure", "firmness"}
