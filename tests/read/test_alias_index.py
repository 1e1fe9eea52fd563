import pytest

from testimonia.read.alias_index import Form, index
from tests.read.telling import book, parsed


def named(text: str) -> dict[str, set[str]]:
    doc = parsed(text)
    return {doc[h.start : h.end].text: {c.actor for c in h.candidates} for h in index(book()).hits(doc)}


@pytest.mark.parametrize("spelling", ["Ahrar al-Sham", "Ahrar ash-Sham", "Ahrar Al Sham", "Ahrar al‑Sham"])
def test_spellings_of_one_romanised_name_are_one_actor(spelling: str) -> None:
    assert any("ahrar-al-sham" in actors for actors in named(f"Fighters of {spelling} left.").values())


def test_the_longest_name_wins() -> None:
    assert "United Nations Security Council" in named("The United Nations Security Council met.")


def test_a_pronoun_is_no_state() -> None:
    assert "us" not in named("They told us that is so.")
    assert "is" not in named("They told us that is so.")


def test_an_abbreviation_in_capitals_is_a_state() -> None:
    assert named("The US objected.")["US"] == {"united-states"}


def test_short_words_that_fold_alike_are_not_mistaken() -> None:
    assert named("This car left.") == {}


def test_how_a_word_names_is_told() -> None:
    doc = parsed("Russian jets flew.")
    forms = {c.form for hit in index(book()).hits(doc) for c in hit.candidates if c.actor == "russia"}
    assert Form.ADJECTIVE in forms


@pytest.mark.parametrize("reproach", ["occupation", "occupying", "invasion"])
def test_a_word_of_reproach_inside_a_name_changes_nothing(reproach: str) -> None:
    assert named(f"The Turkish {reproach} army left.")[f"Turkish {reproach} army"] == {"turkish-armed-forces"}
    assert named("The Turkish occupation of the hills went on.")["Turkish"] >= {"turkey"}
