"""What a user gets of a sentence: who did what to whom, on whose word, how firmly; spans and ids that hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from testimonia.model.claim import Kind, SourceKind, SpeechForm
from testimonia.model.document import Account, Section, SectionKind
from testimonia.model.factuality import Factuality, Tense
from testimonia.model.period import Basis, Period
from testimonia.read.reader import read
from tests.read.expecting import assert_round_trip, event, ids, relation, rests_on, triggered, where
from tests.read.telling import DAY, book, claims_of, document_of


@pytest.mark.parametrize(
    ("sentence", "actors", "place"),
    [
        ("The garrison of Bilbao was bombed by German aircraft.", ["germany"], "Bilbao"),
        ("Two hospitals in Kharkiv were hit by Russian missiles.", ["russia"], "Kharkiv"),
        ("The market in Idlib was attacked by the Houthis.", ["houthis"], "Idlib"),
        ("Aleppo was shelled and starved by Hezbollah and Iran.", ["hezbollah", "iran"], "Aleppo"),
        ("A convoy near Goma was ambushed by the M23 rebels.", ["m23"], "Goma"),
    ],
)
def test_in_the_passive_whoever_stands_after_by_did_it(sentence: str, actors: list[str], place: str) -> None:
    claim = event(sentence)
    assert ids(claim.actors) == actors
    assert place in " ".join(where(claim))


@pytest.mark.parametrize(
    ("sentence", "actors", "recipients"),
    [
        ("The bombing of Bilbao by German aircraft lasted three hours.", ["germany"], []),
        ("Turkey's shooting down of a Russian aircraft angered Moscow.", ["turkey"], ["russia"]),
        ("Israel's attack on Hezbollah lasted an hour.", ["israel"], ["hezbollah"]),
        ("The Houthis launched an offensive against Saudi Arabia.", ["houthis"], ["saudi-arabia"]),
    ],
)
def test_a_noun_of_a_happening_has_its_participants(sentence: str, actors: list[str], recipients: list[str]) -> None:
    claim = event(sentence)
    assert ids(claim.actors) == actors
    assert [actor for actor in ids(claim.recipients) if actor in recipients] == recipients


def test_coordinated_verbs_share_whoever_did_both() -> None:
    claims = claims_of("Aleppo was besieged and starved by Assad and Hezbollah.")
    siege = triggered(claims, "besieged", Kind.RELATION)
    hunger = triggered(claims, "starved")
    assert [m.text for m in siege.actors] == [m.text for m in hunger.actors] == ["Assad", "Hezbollah"]


def test_coordinated_clauses_keep_their_own_subjects() -> None:
    claims = claims_of("Israel attacked Lebanon, and Hezbollah shelled Haifa.")
    assert ids(triggered(claims, "attacked").actors) == ["israel"]
    assert ids(triggered(claims, "shelled").actors) == ["hezbollah"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia did not bomb the hospital.",
        "Ukraine never attacked the convoy.",
        "No Rwandan soldiers attacked Goma.",
        "Nobody has bombed the hospital in Goma.",
        "There was no attack on Goma.",
        "It is not true that Rwanda attacked Goma.",
        "Neither Russia nor Syria bombed the hospital in Idlib.",
        "Rwandan troops failed to capture Goma.",
    ],
)
def test_a_negated_happening_is_denied_by_the_account(sentence: str) -> None:
    claim = event(sentence)
    assert claim.factuality is Factuality.CERTAINLY_NOT
    assert claim.source.kind is SourceKind.ACCOUNT


@pytest.mark.parametrize(
    ("sentence", "firmness"),
    [
        ("Turkey may attack Raqqa.", Factuality.POSSIBLE),
        ("Israel probably bombed the depot in Damascus.", Factuality.PROBABLE),
        ("Israel bombed the depot in Damascus.", Factuality.CERTAIN),
        ("Rwanda is expected to attack Bukavu.", Factuality.PROBABLE),
        ("Turkey plans to invade Syria.", Factuality.UNCOMMITTED),
        ("Did Russia bomb the hospital?", Factuality.UNCOMMITTED),
        ("Who bombed Guernica?", Factuality.UNCOMMITTED),
    ],
)
def test_how_firmly_the_account_says_it_is_kept(sentence: str, firmness: Factuality) -> None:
    assert event(sentence).factuality is firmness


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
    ("sentence", "trigger", "condition"),
    [
        ("If Turkey invades Syria, Russia will attack Turkey.", "attack", "If Turkey invades Syria"),
        ("Unless Israel withdraws, Hezbollah will shell Haifa.", "shell", "Unless Israel withdraws"),
        ("Rwanda will attack Goma if Congo arms the militias.", "attack", "if Congo arms the militias"),
    ],
)
def test_what_depends_on_an_if_commits_nobody(sentence: str, trigger: str, condition: str) -> None:
    claim = triggered(claims_of(sentence), trigger)
    assert claim.condition is not None and claim.condition.text == condition
    assert claim.factuality is Factuality.UNCOMMITTED
    assert claim.tense is Tense.FUTURE


def test_a_prediction_is_future_and_only_likely_to_whoever_makes_it() -> None:
    claim = event("Russia will attack Kharkiv next week, the general predicted.")
    assert claim.tense is Tense.FUTURE
    assert rests_on(claim, "general")
    assert claim.factuality is Factuality.PROBABLE


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("Russia bombed Mariupol.", Tense.PAST),
        ("Russia has bombed Mariupol.", Tense.PAST),
        ("Russia is bombing Mariupol.", Tense.PRESENT),
        ("Russia will bomb Mariupol.", Tense.FUTURE),
    ],
)
def test_the_tense_is_that_of_the_telling(sentence: str, tense: Tense) -> None:
    assert event(sentence).tense is tense


def test_a_claim_spans_its_clause_and_not_the_sentence() -> None:
    claims = claims_of("The Houthis shelled Aden on Monday, and Saudi Arabia bombed Sanaa on Tuesday.")
    assert triggered(claims, "shelled").text == "The Houthis shelled Aden on Monday"


def test_every_claim_says_which_rule_and_which_words_made_it() -> None:
    rule = event("Russia bombed Mariupol.").rule
    assert "assault.aerial" in rule
    assert "bomb" in rule


def test_reading_the_same_document_twice_gives_the_same_claims() -> None:
    text = "Ukraine said that Russian missiles killed 12 people in Odesa. Rwanda arms the M23 rebels."
    assert claims_of(text) == claims_of(text)


def test_ids_are_unique_in_a_document() -> None:
    text = "Russia bombed Mariupol. Russia bombed Mariupol. Russia bombed Mariupol and Odesa."
    found = [claim.id for claim in claims_of(text)]
    assert len(found) == len(set(found)) >= 3


def test_the_same_words_in_another_document_have_other_ids() -> None:
    assert event("Russia bombed Mariupol.").id != event("Russia bombed Mariupol. ").id


def test_claims_come_in_the_order_of_the_text() -> None:
    claims = claims_of("Russia bombed Mariupol. Rwanda arms the M23 rebels. Hezbollah controls Qusayr.")
    assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)


def test_an_account_in_another_language_is_not_read() -> None:
    document = document_of("Russia bombed Mariupol.")
    foreign = replace(document, accounts=(replace(document.accounts[0], language="de"),))
    assert read(foreign, book()) == ()


def test_comments_and_boilerplate_are_not_the_accounts_claims() -> None:
    document = document_of("Russia bombed Mariupol. Turkey attacked Raqqa. Israel bombed Damascus.")
    cut, end = document.text.index("Turkey"), document.text.index("Israel")
    account = document.accounts[0].id
    sections = (
        Section(SectionKind.BODY, 0, cut, account),
        Section(SectionKind.COMMENT, cut, end, None),
        Section(SectionKind.BOILERPLATE, end, len(document.text), None),
    )
    claims = read(replace(document, sections=sections), book())
    assert claims and all(claim.end <= cut for claim in claims)


def test_a_repost_is_told_by_its_own_account() -> None:
    document = document_of("Russia bombed Mariupol.\n\nTurkey attacked Raqqa.")
    own = document.accounts[0]
    repost = Account(f"{own.id}.1", document.id, None, None, "The Drina Post", Period(DAY, DAY), Basis.STATED, "en")
    cut = document.text.index("Turkey")
    sections = (
        Section(SectionKind.BODY, 0, cut, own.id),
        Section(SectionKind.REPOST, cut, len(document.text), repost.id),
    )
    claims = read(replace(document, sections=sections, accounts=(own, repost)), book())
    assert triggered(claims, "bombed").attribution[0].name == "The Orontes Courier"
    assert triggered(claims, "attacked").attribution[0].name == "The Drina Post"
    assert triggered(claims, "attacked").account == repost.id


def test_a_headline_is_read_and_told_as_such() -> None:
    document = document_of("Russia bombs Mariupol\n\nMariupol was bombed by Russian aircraft on Monday.")
    cut = document.text.index("Mariupol was")
    account = document.accounts[0].id
    sections = (
        Section(SectionKind.HEADLINE, 0, cut, account),
        Section(SectionKind.BODY, cut, len(document.text), account),
    )
    claims = read(replace(document, sections=sections), book())
    assert {claim.section for claim in claims} == {"headline", "body"}


def test_a_relation_and_a_happening_of_one_word_are_two_claims() -> None:
    claims = claims_of("Croatia blamed Serbia for the fire.")
    assert {claim.kind for claim in claims if claim.trigger and claim.trigger.text == "blamed"} == {
        Kind.RELATION,
        Kind.EVENT,
    }


def test_nothing_is_told_of_nobody() -> None:
    assert claims_of("The weather was mild and the harvest was good.") == ()


def test_an_invented_valley_is_read_as_any_other() -> None:
    claim = event("Soldiers of the Army of Karvenia attacked the village of Ostmere on Monday.")
    assert claim.actors
    assert claim.period is not None


def test_emphasis_marks_in_the_text_do_not_shift_the_spans() -> None:
    document = document_of(
        "# The *war* in the east\n\nRussian aircraft **bombed** [Mariupol](https://example.org) today."
    )
    claims = read(document, book())
    assert claims
    assert_round_trip(document, claims)


_WHO = st.sampled_from(
    ("Russia", "the M23 rebels", "Hezbollah", "the Basque militia", "“moderate” rebels", "Ukraine’s army")
)
_DID = st.sampled_from(
    ("bombed", "did not shell", "may attack", "has besieged", "captured", "armed", "killed 12 people in")
)
_WHOM = st.sampled_from(
    ("Goma", "the *market* in Idlib", "the\nbridge", "Sarajevo", "Serbian troops near Bihać", "Kyїv")
)
_HEAD = st.sampled_from(
    (
        "",
        "According to the mayor, ",
        "The ministry said that ",
        "“",
        "If Turkey withdraws, ",
        "- ",
        "😀 ",
        "“Allies” of ",
    )
)
_TAIL = st.sampled_from(
    (".", ",” Lavrov said.", " on Monday.", ", killing at least 40 civilians.", "!!", "\n\n", " — and left")
)
_SENTENCE = st.builds("{}{} {} {}{}".format, _HEAD, _WHO, _DID, _WHOM, _TAIL)
_PIECES = (
    "Russia",
    "bombed",
    "Idlib",
    "“",
    "”",
    '"',
    "'",
    "said",
    "that",
    "not",
    "if",
    ",",
    ".",
    "12",
    "killed",
    "by",
    "the",
    "it",
    "😀",
    "*",
    "#",
    "-",
    "backed",
    "(",
    ")",
    "Assad",
    "who",
    "and",
    ";",
    ":",
    "'s",
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(_SENTENCE, min_size=1, max_size=4), st.sampled_from([" ", "\n", "\n\n", "  "]))
def test_every_span_of_every_claim_holds_the_documents_words(sentences: list[str], glue: str) -> None:
    document = document_of(glue.join(sentences))
    assert_round_trip(document, read(document, book()))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "!?!… — “” () [] ***",
        "😀 💣💣 Russia bombed 🏥 in Idlib 😡",
        "“Russia bombed Idlib, he said. Nobody answered.",
        "Russia bombed Idlib,” he said.",
        "'\"“«Russia»”\"' bombed ' \" “ Idlib",
        "RUSSIA BOMBS HOSPITAL IN IDLIB, KILLING 12, UN SAYS",
        "Russia bombed Idlib and " * 300 + "left.",
        "a" * 5000,
        "12 13 14,000 1.2.3 ½ ٣",
        "Россия bombed Идлиб. 俄罗斯轰炸了伊德利卜。",
        "\ufeffRussia bombed Idlib.\x00\u200b\u202e",
        "- Russia\n- bombed\n- Idlib\n\n1. Turkey\n2. shelled\n",
        "It. They. He said. She said that they said that it said.",
        "RT @valley: Russia bombed Idlib https://example.org/a_(b) #war @un 🇸🇾",
        "| Place | Dead |\n| --- | --- |\n| Goma | 12 |\n",
        "RUSSIA " * 400 + "!",
        "“" * 300,
        "according to according to according to the",
        "’s ’s ’s’ --- -backed anti- pro-",
        "e\u0301\u0301\u0301 Russia\u00a0bombed\u2009Idlib",
        "Russia\r\nbombed\r\nIdlib\x0b\x0c\x85\u2028",
    ],
    ids=lambda text: ascii(text[:20]),
)
def test_reading_never_fails_on_odd_text(text: str) -> None:
    document = document_of(text)
    assert_round_trip(document, read(document, book()))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(
    st.lists(st.sampled_from((*_PIECES, "\n\n")), max_size=40),
    st.sampled_from([" ", ""]),
)
def test_reading_never_fails_on_words_at_random(pieces: list[str], glue: str) -> None:
    document = document_of(glue.join(pieces))
    assert_round_trip(document, read(document, book()))


def test_a_relation_is_read_of_an_upper_case_headline_or_nothing_is() -> None:
    claims = claims_of("IRAN FUNDS HEZBOLLAH")
    assert all(claim.type in ("FUNDS", "SUPPORTS") for claim in claims)


def test_supplying_weapons_is_arming_by_name() -> None:
    claim = relation("Rwanda supplies weapons to the M23 rebels.", "ARMS")
    assert (ids(claim.actors), ids(claim.recipients)) == (["rwanda"], ["m23"])
