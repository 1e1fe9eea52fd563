"""Sentences whose commas are missing still name who tells them."""

import pytest

from testimonia.codebook.codebook import load
from testimonia.read import attribution
from testimonia.read.grammar import parse
from testimonia.read.transcript import plain
from tests.read.telling import claims_of


def sources(text: str) -> list[str]:
    transcript = plain(text)
    paragraphs = [(p.start, p.end) for p in transcript.paragraphs]
    found = attribution.find(parse(transcript), paragraphs, load(base=("english",)))
    return [text[a.source[0] : a.source[1]] for a in found if a.source and a.conveys]


def test_the_speaker_at_the_end_of_a_sentence_without_commas_is_found() -> None:
    assert sources("The men died on the road which troops cut on Thursday the Observatory said.") == ["the Observatory"]


def test_a_speaker_after_the_verb_is_found() -> None:
    text = "On Saturday mortar rounds struck near the embassy said the Observatory a Britain-based monitor."
    assert sources(text) == ["the Observatory"]


def test_a_saying_without_a_verb_before_it_is_left_alone() -> None:
    assert sources("The news the general announced.") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The shells also wounded five others Omar Hadid told Orontes Agency.", "Omar Hadid"),
        (
            "Ten people have been killed near the town a local source told Orontes TV on Tuesday.",
            "local source",
        ),
        ("The army shelled the barrens killing the commander Abu Omar well-informed sources told Orontes.", "sources"),
        ("The raid killed six people including two children Orontes TV reported Wednesday.", "Orontes TV"),
        ("The group counted nine raids in the province since the war began he said.", "he"),
        ("The strike killed at least ten civilians said the Observatory.", "the Observatory"),
        ("Air strikes killed twenty fighters near the dam an organisation monitoring the war said.", "an organisation"),
        ("Ten men have been killed in rocket fire on the town Orontes news agency reports.", "Orontes news agency"),
        ("Another five men were killed in a raid on the harbour it said.", "it"),
        ("Ten people died as troops shot the families of five rebels a monitoring group said.", "a monitoring group"),
        ("Held areas in the south faced shelling overnight said the Orontes-based monitor.", "monitor"),
        (
            '"Ten people were shot in the old harbour" said Omar Hadid director of the Observatory.',
            "of the Observatory",
        ),
        ('"Can you show me one soldier here?" asked Jihad who survived the raid.', "Jihad"),
        ("Fighting was going on in the area near a school it said but gave no toll.", "it"),
        ("Ten people were killed in the raid he said calling it a massacre.", "he"),
        ("The raids are driving many families out of the town. she added.", "she"),
    ],
)
def test_who_tells_is_not_the_one_told(text: str, source: str) -> None:
    assert any(found.endswith(source) for found in sources(text))
    assert not any("Agency" in found for found in sources(text))


def test_clashes_that_continue_say_nothing() -> None:
    assert sources("The group could not enter the base as clashes continued during the day.") == []


def test_counted_cases_are_no_telling() -> None:
    assert claims_of("35 cases of poisoning in a chemical attack on the town")[0].attribution[1:] == ()


def test_in_a_text_without_commas_a_closing_source_tells_the_whole_sentence() -> None:
    text = "The army hit back starting a battle that has left dozens dead according to the Observatory. " * 7
    found = claims_of(text)
    assert all(len(claim.attribution) == 2 for claim in found if claim.text.startswith("The army"))


def test_whom_a_closing_source_cites_stands_under_it() -> None:
    text = "The bombing killed eleven men Reuters reported Wednesday citing a rebel source."
    for claim in claims_of(text):
        assert [link.cue for link in claim.attribution[1:]] == ["report", "cite"]


def test_what_follows_a_saying_is_told_where_no_clause_is_seen() -> None:
    assert sources("The news agency said the gunmen out a massacre against men and women.") == ["The news agency"]


def test_what_is_said_in_adding_is_no_word_of_buildings() -> None:
    text = "Activists said that the shelling caused several houses to fall adding that troops shelled the clinic."
    names = {
        claim.attribution[-1].name for claim in claims_of(text) if claim.trigger and claim.trigger.text == "shelled"
    }
    assert names == {"Activists"}


def test_of_a_source_that_quotes_another_both_stand_over_what_is_told() -> None:
    text = "The shells caused damage to houses and killed two men SANA quoted a source at Harbour Command as saying."
    for claim in claims_of(text):
        assert [link.name for link in claim.attribution[1:]] == ["SANA", "a source at Harbour Command"]


def test_what_a_closing_source_adds_is_on_its_word_too() -> None:
    text = "Two women died in the raid SANA news agency reported noting that nine others were injured."
    assert {claim.attribution[-1].name for claim in claims_of(text)} == {"SANA"}


def test_those_who_hold_ground_say_nothing() -> None:
    assert sources("The militants have declared a free town across the areas they hold.") == []


def test_behind_a_semicolon_a_bare_source_tells_all_before_it() -> None:
    text = "The mayor accused the army of shelling the town; Orontes TV reported."
    assert "Orontes TV" in sources(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("About 70 rebels were killed in the airstrikes said the source adding that two tanks burned.", "the source"),
        ("Men of the Falcon Front were also killed said Observatory head Omar Hadid who gave no number.", "Omar Hadid"),
        ("Shelling went on after several days of calm local residents have said.", "local residents"),
        ("At least 55 people were injured by the gas he told the Courier.", "he"),
        ("Air raids on the harbour killed 31 civilians the civil defence said in a revised toll.", "the civil defence"),
        ("Troops clashed with rebels on Friday the monitor said part of a wider escalation.", "the monitor"),
        ("Ten men were killed in the harbour on Monday a monitor and residents said.", "a monitor and residents"),
    ],
)
def test_a_closing_speaker_is_found_whatever_follows(text: str, source: str) -> None:
    assert any(found.endswith(source) for found in sources(text))


def test_lives_that_are_claimed_are_nobodys_words() -> None:
    assert sources("Rebels fired tens of shells on the quarter claiming the lives of 8 persons.") == []


def test_the_surname_in_a_credit_is_no_verb() -> None:
    assert sources("Men walk in the harbour. AGENCY/Omar Said The advance is part of a campaign.") == []


def test_a_participle_that_adds_belongs_to_who_told_the_rest() -> None:
    text = "Sources told the Courier that the Falcon Front seized the town adding that they were heading north."
    assert sources(text) == ["Sources", "Sources"]


def test_a_body_known_by_another_name_tells_what_it_closes() -> None:
    text = "Six men have been killed by raids on Friday the civil defence known as the Green Caps have said."
    assert sources(text) == ["the civil defence"]


def test_an_outlet_whose_name_has_an_article_is_one_name() -> None:
    assert sources("The western district also came under fire The New Arab correspondent reported.") == [
        "The New Arab correspondent"
    ]


def test_a_correspondent_to_a_city_tells() -> None:
    assert sources("Two blasts hit the harbour on Sunday Courier correspondent to the city reported.")


def test_who_is_blamed_says_nothing() -> None:
    assert "Orland" not in sources("The mayor shot the envoy who on Monday blamed Orland for the raid.")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The raid killed a nurse a driver and two soldiers said Omar Hadid.", "Omar Hadid"),
        ("At least 80 people died in Hama rights groups said.", "rights groups"),
        ("It rained. Meanwhile the mayor said 10 men were among 48 people shot.", "the mayor"),
    ],
)
def test_who_closes_or_opens_a_run_on_sentence_is_named_alone(text: str, source: str) -> None:
    assert sources(text) == [source]


def test_what_goes_on_tells_nothing_outside_quotations() -> None:
    assert sources("The army killed ten men as clashes between rival groups continue.") == []


def test_a_hyphen_in_a_name_does_not_cut_it() -> None:
    text = '"Ten people were hurt in Zahraa" a district of the city of General Omar al-Hadid said Talal al-Barazi.'
    assert sources(text) == ["Talal al-Barazi"]
