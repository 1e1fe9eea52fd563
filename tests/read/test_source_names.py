"""A source keeps the words of the text that say for whom he speaks."""

import pytest

from testimonia.model.claim import Link
from tests.read.telling import claims_of


def source_of(text: str) -> Link:
    return next(claim.attribution[-1] for claim in claims_of(text) if claim.type == "ASSAULT")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A rocket hit a bakery in Homs according to Reuters reporter in Homs.", "Reuters reporter in Homs"),
        ("A medical source and witnesses said a rocket hit a bakery.", "A medical source and witnesses"),
        ("The United States and Britain said the army shelled the clinic in Homs.", "The United States and Britain"),
        ("State media said a rocket hit a bakery in Homs.", "State media"),
        ("A source at the Harbour Command said rebels shelled the depot.", "A source at the Harbour Command"),
        ("The United States and Britain on Sunday said the army shelled Homs.", "The United States and Britain"),
        ("Raids on Homs killed ten men Monday activists said.", "activists"),
        ("A blast killed ten men in Homs according to preliminary reports on Sunday.", "preliminary reports"),
        ("The Islamic State militants group on Monday said it shelled Homs.", "Islamic State"),
        (
            "A mortar hit two men causing damage a source at Harbour Command told Reuters.",
            "a source at Harbour Command",
        ),
        ("A monitor and rebels said the army shelled Homs.", "A monitor and rebels"),
        ("Local activists said the army shelled Homs.", "Local activists"),
        ("A civil defence official said the army shelled Homs.", "civil defence official"),
        ("In Aleppo a military source said rebels shelled a depot.", "military source"),
        ("Rebel websites said the army shelled Homs.", "Rebel websites"),
        ("Syrian state media said rebels shelled Homs.", "Syrian state media"),
        ("Russia sent jets. Its Foreign Ministry said rebels shelled Homs.", "Russia's Foreign Ministry"),
        ("A report released by SANA said rebels shelled Homs.", "SANA"),
        ("A letter seen by SANA said rebels shelled Homs.", "A letter"),
    ],
)
def test_a_source_is_called_as_the_text_calls_it(text: str, name: str) -> None:
    assert source_of(text).name == name


def test_a_known_source_keeps_its_id_beside_another() -> None:
    assert source_of("The United States and Britain said the army shelled Homs.").source == "united-states"


def test_what_only_shows_something_is_no_source() -> None:
    for claim in claims_of("The assault by aircraft made it clear that the army had bombed the clinic."):
        assert claim.attribution[1:] == ()


def test_whoever_says_something_is_a_source_whatever_he_is() -> None:
    assert source_of("A beekeeper said that the army shelled the mill.").name == "A beekeeper"


def test_a_toll_is_told_on_the_word_of_whose_it_is() -> None:
    text = "The fighting killed 12 soldiers according to a Reuters toll."
    assert {claim.attribution[-1].name for claim in claims_of(text)} == {"Reuters"}


def test_a_source_that_frames_itself_is_one_link() -> None:
    text = "The army shelled the mill a medic said. Rebels shelled the bakery the medic said; Reuters reported."
    for claim in claims_of(text):
        names = [link.source for link in claim.attribution]
        assert len(names) == len(set(names))


def test_who_puts_out_a_text_is_who_tells() -> None:
    assert source_of("The army issued a statement saying that rebels shelled the depot.").name == "army"


def test_a_name_before_its_office_is_the_source_though_no_comma_parts_them() -> None:
    text = "Rami Abdel Rahman head of the Syrian Observatory for Human Rights said rebels shelled the depot."
    assert source_of(text).source == "rami-abdulrahman"
    told = source_of("Abu Shadi al-Hamwi a local activist told the Courier that rebels shelled the depot.")
    assert told.name == "Abu Shadi al-Hamwi"


def test_who_bears_an_office_is_named_behind_the_body_he_heads() -> None:
    text = "Rebels killed ten men the head of the Syrian Observatory for Human Rights Rami Abdel-Rahman told the paper."
    told = {claim.attribution[-1].source for claim in claims_of(text) if claim.attribution[1:]}
    assert told == {"rami-abdulrahman"}


def test_what_information_is_about_is_not_who_gives_it() -> None:
    text = "Jets according to detailed information on ISIS movements struck the village."
    names = {link.name for claim in claims_of(text) for link in claim.attribution}
    assert "Islamic State" not in names


def test_the_last_word_of_a_headline_is_its_source_alone() -> None:
    text = "Six men killed in raids on Syria Kurds Monitor AFP Sunday 15 Feb 2015. A monitor said six men were killed."
    names = {link.name for claim in claims_of(text) for link in claim.attribution[1:]}
    assert {name.lower() for name in names} == {"monitor"}


@pytest.mark.parametrize(
    "named",
    [
        "A monitoring group said the army shelled Homs in Syria.",
        "The army shelled Homs in Syria a monitoring group said.",
    ],
)
def test_a_monitor_that_the_account_never_names_keeps_its_words(named: str) -> None:
    assert source_of(named).name in ("a monitoring group", "A monitoring group", "monitoring group")


def test_activists_of_the_opposition_are_not_the_opposition() -> None:
    claims = claims_of("Rebels shelled the mill, opposition activists said.")
    assert next(c.attribution[-1].name for c in claims if c.type == "ASSAULT") == "opposition activists"


def test_a_name_behind_the_bar_after_a_headline_is_no_source() -> None:
    claims = claims_of("Raids kill 15 near Homs - monitor | The Homs Echo - HOMS - At least 15 people were killed.")
    assert "Homs Echo" not in {link.name for claim in claims for link in claim.attribution[1:]}
