"""What a user gets of a sentence: who did what to whom, on whose word, how firmly; spans and ids that hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from testimonia.model.claim import Kind, SourceKind
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
