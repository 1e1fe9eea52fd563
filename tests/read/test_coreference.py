"""Whom a pronoun or a bare "the group" means, and when nobody is better than a guess."""

import pytest

from testimonia.read.actors import Cast
from testimonia.read.coreference import own_voice, resolve
from tests.read.telling import DAY, book, parsed


def meant(text: str) -> list[tuple[str, list[str]]]:
    """Each resolved word with the names of those it means."""
    doc = parsed(text)
    found = resolve(Cast(doc, book(), DAY))
    return [(doc[i].text, [mention.name for mention in found[i]]) for i in sorted(found)]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Russia attacked Kharkiv. It killed 12 civilians.", "It", "Russia"),
        ("The Houthis shelled Aden. They killed nine people.", "They", "Houthis"),
        ("Hezbollah attacked Haifa. The group killed three soldiers.", "group", "Hezbollah"),
        ("Serbia refused. The country was under sanctions.", "country", "Serbia"),
        ("Colonel Iker Zubizarreta left Bilbao. He promised to return.", "He", "Iker Zubizarreta"),
    ],
)
def test_a_word_means_the_actor_named_before_it(text: str, word: str, name: str) -> None:
    assert (word, [name]) in meant(text)


def test_a_possessive_means_the_subject_before_it() -> None:
    assert ("its", ["Rwanda"]) in meant("Rwanda said that its troops had left.")


def test_who_is_made_to_do_it_does_it_to_what_is_his() -> None:
    assert ("their", ["Houthis"]) in meant("Russia has forced the Houthis to leave their strongholds.")


def test_their_guns_are_those_of_whoever_was_named() -> None:
    assert ("Their", ["Houthis"]) in meant("The Houthis besieged Taiz. Their guns killed 68 people in the market.")


def test_both_means_the_last_two_named_together() -> None:
    assert ("Both", ["Iran", "Turkey"]) in meant("Iran and Turkey met in Geneva. Both refused the plan.")


def test_a_person_is_no_it_and_a_state_no_he() -> None:
    assert meant("Russia attacked Kharkiv. He was late.") == []


def test_a_pronoun_with_nobody_before_it_means_nobody() -> None:
    assert meant("They attacked at dawn. It was cold.") == []


def test_an_actor_named_long_before_is_out_of_reach() -> None:
    gap = "The road was wet. The fields were bare. The river was high. The wind was cold. "
    assert meant(f"Hezbollah attacked Haifa. {gap}They left.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Turkey attacked. It is clear that the war goes on.",
        "Turkey attacked. It took three days to reach the town.",
        "Turkey attacked. It seems that nobody was hurt.",
    ],
)
def test_an_it_that_stands_for_a_clause_means_nobody(text: str) -> None:
    assert "It" not in [word for word, _ in meant(text)]


def test_an_it_after_a_thing_means_the_thing() -> None:
    assert "it" not in [w for w, _ in meant("Iran met Turkey. The agreement was signed. Later the press praised it.")]


def test_several_equally_near_names_are_left_undecided() -> None:
    text = "Goma lies between Rwanda, Uganda, Burundi and Tanzania. It refused."
    assert "It" not in [word for word, _ in meant(text)]


def test_a_group_with_words_of_its_own_is_not_taken_for_another() -> None:
    assert "group" not in [w for w, _ in meant("Hezbollah attacked Haifa. The aid group from Oslo left.")]


def test_a_chain_of_pronouns_leads_to_the_name() -> None:
    text = "The Houthis shelled Aden. They advanced. They captured the port."
    assert [names for _, names in meant(text)] == [["Houthis"], ["Houthis"]]


def test_a_resolved_word_spans_itself_and_not_the_name() -> None:
    doc = parsed("Russia attacked Kharkiv. It killed 12 civilians.")
    found = resolve(Cast(doc, book(), DAY))
    for i, mentions in found.items():
        for mention in mentions:
            assert mention.text == doc[i].text
            assert doc.text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Putin and Xi met in Moscow. The two signed a pact.", "two", ["Vladimir Putin", "Xi Jinping"]),
        ("Russia and Ukraine exchanged prisoners. The two sides met again.", "sides", ["Russia", "Ukraine"]),
        ("The Taliban seized Kunduz, and the insurgents executed prisoners there.", "insurgents", ["Taliban"]),
        ("Erdogan said his country would not accept refugees.", "country", ["Turkey"]),
        ("The Saudi-led coalition bombed Sanaa. The coalition denied it.", "coalition", ["Saudi-led coalition"]),
    ],
)
def test_nouns_and_numbers_name_again_those_named_before(text: str, word: str, names: list[str]) -> None:
    assert (word, names) in meant(text)


def test_an_alliance_is_no_movement_named_before() -> None:
    assert ("coalition", ["Houthis"]) not in meant("The Houthis shelled Jeddah. Airstrikes by the coalition followed.")


def test_what_a_noun_names_again_is_what_it_was_taken_for() -> None:
    text = "Hezbollah attacked Haifa. The movement lost nine men. It withdrew."
    assert ("It", ["Hezbollah"]) in meant(text)


def test_both_reaches_a_name_set_beside_what_it_is_called() -> None:
    text = "Hezbollah and its ally in Aden, the Houthis, left the talks. Both denounced the plan."
    assert ("Both", ["Hezbollah", "Houthis"]) in meant(text)


def test_an_army_that_no_codebook_has_is_one() -> None:
    assert ("it", ["army"]) in meant("The army said it killed nine looters.")


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Islamic State took Sirte. The insurgents killed nine.", "insurgents", "Islamic State"),
        ("Russia bombed Kherson. The warplanes killed nine men.", "warplanes", "Russia"),
        ("Turkey attacked Afrin. The military said that it was over.", "military", "Turkey"),
        ("The paper quoted Rwanda as saying that it had left Goma.", "it", "Rwanda"),
        ("Russia bombed roads to keep the Houthis and their allies out of Aden.", "their", "Houthis"),
    ],
)
def test_a_common_noun_or_pronoun_means_whoever_was_just_told_of(text: str, word: str, name: str) -> None:
    assert (word, [name]) in meant(text)


def test_those_who_back_an_army_are_not_its_troops() -> None:
    assert all(word != "troops" for word, _ in meant("Backed by Russia the troops have entered Bakhmut."))


def test_a_first_person_behind_what_somebody_says_is_left_open() -> None:
    account = "Sheikh Hamad called for help, said an aide. We appeal to the other tribes to stand by us."
    doc = parsed(account)
    aide = next(token.i for token in doc if token.text == "aide")
    cast = Cast(doc, book(), DAY)
    assert own_voice(cast, [], "account", "The Courier", [aide]) == {}
    assert own_voice(cast, [], "account", "The Courier") != {}


def test_a_first_person_behind_what_we_hope_is_still_the_author() -> None:
    doc = parsed("We hope that the truce will hold. We have spoken to Rwanda about Goma.")
    found = own_voice(Cast(doc, book(), DAY), [], "account", "The Ministry", [doc[0].i])
    assert [doc[i].sent.start for i in sorted(found)] == [0, doc[0].sent.end]


def test_an_alliance_is_named_again_without_an_article() -> None:
    text = "The Saudi-led coalition said that it hit Aden. Nine nurses were killed in coalition air strikes."
    assert ("coalition", ["Saudi-led coalition"]) in meant(text)


def test_those_who_suffer_are_not_the_group_that_does_it() -> None:
    text = "Islamic State took Sirte. Nine Boko Haram men were rounded up and shot by the extremist group."
    assert ("group", ["Boko Haram"]) not in meant(text)
