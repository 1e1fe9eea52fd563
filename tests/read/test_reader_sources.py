"""On whose word a claim stands: speakers, speakers of speakers, quotations and the account's own voice."""

from __future__ import annotations

import pytest

from testimonia.model.claim import Kind, SourceKind, SpeechForm
from testimonia.model.factuality import Factuality
from tests.read.expecting import event, ids, relation, rests_on, triggered
from tests.read.telling import claims_of


@pytest.mark.parametrize(
    ("sentence", "source", "form"),
    [
        ("Ukraine said that Russian missiles killed 12 people in Odesa.", "Ukraine", SpeechForm.INDIRECT),
        ("“Russian missiles killed 12 people in Odesa,” the mayor said.", "mayor", SpeechForm.DIRECT),
        ('"Russian missiles killed 12 people in Odesa," the mayor said.', "mayor", SpeechForm.DIRECT),
        (
            "According to the United Nations, Syrian aircraft bombed the market in Idlib.",
            "United Nations",
            SpeechForm.INDIRECT,
        ),
        ("Russian missiles killed 12 people in Odesa, Ukraine said.", "Ukraine", SpeechForm.INDIRECT),
        ("Russian missiles, the mayor added, killed 12 people in Odesa.", "mayor", SpeechForm.INDIRECT),
        ("The mayor told reporters: “Russian missiles hit a school in Odesa.”", "mayor", SpeechForm.DIRECT),
        ("In a statement, Ukraine said Russian missiles had hit Odesa.", "Ukraine", SpeechForm.INDIRECT),
        ("Witnesses told the court that Croatian troops had shelled Knin.", "itnesses", SpeechForm.INDIRECT),
    ],
)
def test_reported_speech_is_told_on_the_word_of_its_speaker(sentence: str, source: str, form: SpeechForm) -> None:
    claim = event(sentence)
    assert rests_on(claim, source)
    assert claim.source.form is form
    assert claim.source.factuality is Factuality.CERTAIN
    assert claim.attribution[0].factuality is Factuality.UNCOMMITTED


def test_an_accounts_own_voice_has_no_link_but_the_account() -> None:
    claim = event("Russia bombed Mariupol.")
    assert [link.kind for link in claim.attribution] == [SourceKind.ACCOUNT]
    assert claim.attribution[0].name == "The Orontes Courier"


def test_reports_of_reports_are_nested_outermost_first() -> None:
    claim = event("The New York Times reported that Ukraine said that Russia bombed Mariupol.")
    assert rests_on(claim, "New York Times", "Ukraine")
    assert [link.factuality for link in claim.attribution] == [
        Factuality.UNCOMMITTED,
        Factuality.UNCOMMITTED,
        Factuality.CERTAIN,
    ]


def test_those_whom_a_source_cites_are_said_to_know() -> None:
    claim = event("Amnesty International, citing witnesses, said that Eritrean troops killed 200 civilians in Axum.")
    assert rests_on(claim, "Amnesty International", "witnesses")


def test_two_halves_of_a_sentence_rest_each_on_its_own_source() -> None:
    claims = claims_of("The army says it killed 40 rebels; the rebels say they lost three men.")
    tolls = [claim for claim in claims if claim.kind is Kind.FIGURE]
    assert [claim.figures[0].low for claim in tolls] == [40, 3]
    assert rests_on(tolls[0], "army")
    assert rests_on(tolls[1], "rebels")


def test_we_in_quoted_words_is_the_speaker() -> None:
    claim = event("“We did not attack Goma,” Kagame said.")
    assert ["Kagame" in actor.name for actor in claim.actors] == [True]
    assert claim.factuality is Factuality.CERTAINLY_NOT


def test_the_army_of_one_war_is_not_taken_for_that_of_another() -> None:
    claims = claims_of("Serbian guns shelled Sarajevo. The army killed nine civilians.")
    assert "syria" not in " ".join(ids(triggered(claims, "killed").actors))


def test_what_a_headline_puts_before_a_colon_is_its_source() -> None:
    assert rests_on(event("Ukraine's General Staff: Russia shelled Kharkiv 12 times."), "General Staff")


def test_what_somebody_is_accused_of_is_no_fact_to_the_account() -> None:
    claim = event("The Taliban is accused of killing 12 miners in Baghlan.")
    assert ids(claim.actors) == ["taliban"]
    assert claim.attribution[0].factuality is not Factuality.CERTAIN


def test_a_denied_relation_is_the_deniers() -> None:
    claim = relation("Rwanda denied arming the M23 rebels.", "ARMS")
    assert rests_on(claim, "Rwanda")
    assert claim.factuality is Factuality.CERTAINLY_NOT


def test_what_would_have_happened_did_not() -> None:
    claims = claims_of("Had NATO not bombed Serbia, Serbia would have captured Pristina.")
    assert triggered(claims, "captured").factuality is Factuality.CERTAINLY_NOT


def test_a_denial_is_the_speakers_and_not_the_accounts() -> None:
    claim = event("Russia denied that Syrian aircraft bombed the hospital in Idlib.")
    assert rests_on(claim, "Russia")
    assert claim.factuality is Factuality.CERTAINLY_NOT
    assert claim.attribution[0].factuality is Factuality.UNCOMMITTED


def test_a_quotation_over_two_paragraphs_has_one_speaker() -> None:
    claims = claims_of("“Turkey attacked Syria on Monday.\n\n“Turkey killed 12 soldiers,” Lavrov said.")
    assert rests_on(triggered(claims, "attacked"), "Lavrov")
    assert rests_on(triggered(claims, "killed"), "Lavrov")


@pytest.mark.parametrize(
    "text",
    [
        "“Turkey attacked Syria on Monday.\n\n“Turkey killed 12 soldiers.\n\n“Israel bombed Tyre,” Lavrov said.",
        "“Turkey attacked Syria,” Lavrov said. “Turkey killed 12 soldiers.\n\n“Israel bombed Tyre.”",
        "Lavrov said: “Turkey attacked Syria.\n\n“Turkey killed 12 soldiers.\n\n“Israel bombed Tyre.”",
    ],
)
def test_a_quotation_goes_on_until_its_marks_close(text: str) -> None:
    claims = claims_of(f"{text}\n\nUkraine shelled Donetsk.")
    assert all(rests_on(triggered(claims, word), "Lavrov") for word in ("attacked", "killed", "bombed"))
    assert rests_on(triggered(claims, "shelled"))


def test_according_to_reaches_no_further_than_its_sentence() -> None:
    claims = claims_of("Russia bombed Odesa, according to the mayor. Israel bombed Beirut.")
    first, second = (claim for claim in claims if claim.type == "ASSAULT")
    assert rests_on(first, "mayor")
    assert rests_on(second)


def test_quoted_words_after_the_speaker_are_still_the_speakers() -> None:
    claims = claims_of("“Turkey attacked Syria,” Lavrov said. “Turkey killed 12 soldiers.”")
    assert rests_on(triggered(claims, "killed"), "Lavrov")


def test_words_after_a_quotation_are_the_accounts_again() -> None:
    claims = claims_of("“Turkey attacked Syria,” Lavrov said. Israel bombed a depot in Damascus.")
    assert rests_on(triggered(claims, "bombed"))


def test_the_quoted_words_are_kept_with_a_quoted_claim() -> None:
    claim = event("“Turkey attacked Syria,” Lavrov said.")
    assert claim.quotation is not None
    assert "Turkey attacked Syria" in claim.quotation.text


def test_indirect_speech_has_no_quoted_words() -> None:
    assert event("Lavrov said Turkey had attacked Syria.").quotation is None


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        (
            "According to initial information eight people were killed in the harbour.",
            "killed",
            ["initial information"],
        ),
        (
            "According to a report by the Courier published on Friday army strikes on the hills have killed six men.",
            "strikes",
            ["Courier"],
        ),
        (
            "According to information handed over to the army by the local council of the town of Tadef "
            "the village suffered a raid in which six people died.",
            "died",
            ["the local council of the town of Tadef"],
        ),
        ("Many doubt the raid of Friday that activists say killed ten men.", "killed", ["activists"]),
        ("Reporting the shelling of the old market the mayor said that men fled.", "shelling", ["mayor"]),
        ("A guard injured in the head left the clinic after reported shelling of the harbour.", "shelling", []),
        ("The Courier showed footage of soldiers shelling the harbour.", "shelling", ["Courier"]),
        ("The Courier did not show footage of soldiers shelling the harbour.", "shelling", []),
        ("The Courier reported the raid quoting a medic as saying that ten men were killed.", "killed", ["medic"]),
        ("An elder sitting in a room with dozens of other men said that rebels killed ten men.", "killed", ["elder"]),
        ("The mayor said rescue teams uncovered the bodies of ten men killed in the raid.", "killed", ["mayor"]),
        ("Ten men were also killed said council head Omar Hadid who gave no names.", "killed", ["Omar Hadid"]),
        (
            '"Shelling struck the harbour with mortars killing three men" activist Omar Hadid told The Herald '
            "adding that rebels wounded others.",
            "wounded",
            ["Omar Hadid"],
        ),
        ("Shells hit ten houses in the part of the town held by ISIS activists said.", "hit", ["activists"]),
        ("The raid was told of by a channel which said that ten men had been killed.", "killed", ["a channel"]),
        ("Men of the group which in June declared a state in the hills it shelled have fled.", "shelled", []),
        (
            "As aid groups met near the harbour the Union of Medics reported that ten nurses had been killed.",
            "killed",
            ["Union of Medics"],
        ),
        (
            "The monitor said men fled. It added that ten men were killed without specifying who killed them.",
            "killed",
            ["monitor"],
        ),
    ],
)
def test_who_tells_is_found_where_the_sentence_runs_on(text: str, trigger: str, names: list[str]) -> None:
    told = next(c for c in claims_of(text) if c.trigger and c.trigger.text == trigger and c.type == "ASSAULT")
    assert [link.name.removeprefix("The ").removeprefix("An ") for link in told.attribution[1:]][-1:] == names


def test_what_a_picture_shows_it_does_not_call_by_a_name() -> None:
    text = "Video footage showed that terrorists shelled the harbour."
    told = {claim.kind.value: [link.name for link in claim.attribution[1:]] for claim in claims_of(text)}
    assert told == {"label": [], "event": ["Video footage"]}


def test_a_toll_told_with_a_raid_is_told_on_the_same_word() -> None:
    told = claims_of("The mayor reported the airstrikes on Saturday with an initial death toll of 47.")
    assert {link.name for claim in told if claim.figures for link in claim.attribution[1:]} == {"mayor"}
