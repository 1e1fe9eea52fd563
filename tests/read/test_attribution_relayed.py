"""Of an outlet and whoever it quotes, the one quoted is the inner source."""

from tests.read.telling import claims_of


def chain(text: str, trigger: str) -> list[str]:
    claims = claims_of(text)
    return next([link.name for link in c.attribution[1:]] for c in claims if c.trigger and c.trigger.text == trigger)


def test_who_was_quoted_by_an_outlet_stands_within_it() -> None:
    text = "Two pilots were killed near the harbour the Russian military was quoted as saying by local media."
    assert chain(text, "killed") == ["local media", "Russian Armed Forces"]


def test_who_was_quoted_without_an_agent_stands_alone() -> None:
    text = "Shelling had killed ten men over the past two days an army source was quoted as saying on state media."
    assert chain(text, "killed") == ["army source"]


def test_an_outlet_that_quotes_at_the_end_is_the_outer_source() -> None:
    text = "Rebels shot ten men in the harbour the Courier quoted a medic as saying."
    assert [name.removeprefix("the ") for name in chain(text, "shot")] == ["Courier", "medic"]


def test_who_is_quoted_by_another_without_saying_stands_under_him() -> None:
    text = '"Gunmen killed ten men" Omar Hadid head of the Orontes Monitor was quoted by the Courier.'
    assert [name.removeprefix("the ") for name in chain(text, "killed")] == ["Courier", "Orontes Monitor"]
