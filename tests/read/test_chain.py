"""On whose word: from the account's own voice to whoever is said to know, and what each of them holds of it."""

from itertools import pairwise

import pytest

from testimonia.model.claim import SourceKind, SpeechForm
from testimonia.model.factuality import Factuality
from testimonia.read import chain
from tests.read.expecting import event, rests_on, triggered
from tests.read.telling import claims_of, reading_of


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Ukraine said that Russia bombed Odesa.", SourceKind.STATE),
        ("The United Nations said that Russia bombed Odesa.", SourceKind.ORGANISATION),
        ("Hezbollah said that Israel bombed Beirut.", SourceKind.GROUP),
        ("The New York Times reported that Israel bombed Beirut.", SourceKind.OUTLET),
        ("Colonel Iker Zubizarreta said that Germany bombed Bilbao.", SourceKind.PERSON),
        ("Russia reportedly bombed Odesa.", SourceKind.UNNAMED),
    ],
)
def test_a_source_has_its_kind(sentence: str, kind: SourceKind) -> None:
    assert event(sentence).source.kind is kind


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("Russia bombed Odesa.", SpeechForm.OWN),
        ("Ukraine said that Russia bombed Odesa.", SpeechForm.INDIRECT),
        ("“Russia bombed Odesa,” Zelensky said.", SpeechForm.DIRECT),
        ("Russia reportedly bombed Odesa.", SpeechForm.HEARSAY),
        ("Ukraine believes that Russia bombed Odesa.", SpeechForm.BELIEF),
    ],
)
def test_a_link_tells_how_the_words_are_passed_on(sentence: str, form: SpeechForm) -> None:
    assert event(sentence).source.form is form


def test_a_source_unknown_to_the_codebook_keeps_the_texts_words() -> None:
    claim = event("A beekeeper from the village said that Russian troops shelled the mill.")
    assert rests_on(claim, "beekeeper")


def test_the_words_of_a_source_are_spanned() -> None:
    text = "Ukraine said that Russia bombed Odesa."
    link = event(text).source
    assert (link.start, link.end) == (0, 7)


def test_the_accounts_own_link_has_no_span() -> None:
    link = event("Ukraine said that Russia bombed Odesa.").attribution[0]
    assert (link.start, link.end) == (None, None)


def test_the_cue_is_the_reporting_word() -> None:
    assert event("Ukraine said that Russia bombed Odesa.").source.cue == "say"


def test_a_neutral_word_leaves_the_account_uncommitted() -> None:
    assert event("Ukraine said that Russia bombed Odesa.").attribution[0].factuality is Factuality.UNCOMMITTED


def test_a_word_that_admits_commits_the_account_too() -> None:
    claim = event("Russia admitted that its troops shelled the mill.")
    assert claim.attribution[0].factuality is Factuality.CERTAIN


def test_a_denial_is_certain_of_the_contrary_only_to_whoever_denies() -> None:
    account, source = event("Russia denied that Syrian aircraft bombed Idlib.").attribution
    assert account.factuality is Factuality.UNCOMMITTED
    assert source.factuality is Factuality.CERTAINLY_NOT


def test_each_of_three_voices_has_its_own_stance() -> None:
    claim = event("Reuters reported that the mayor said that Russia bombed Odesa.")
    assert rests_on(claim, "Reuters", "mayor")
    assert [link.factuality.certainty for link in claim.attribution] == [0, 0, 3]


def test_no_source_follows_itself() -> None:
    claim = event("Ukraine said, according to Ukraine, that Russia bombed Odesa.")
    ids = [link.source for link in claim.attribution]
    assert all(left != right for left, right in pairwise(ids))


def test_a_writer_who_speaks_of_himself_is_the_account() -> None:
    claim = event("I believe that Russia bombed Odesa.")
    assert claim.source.kind is SourceKind.ACCOUNT


def test_a_pronoun_that_speaks_is_whom_it_means() -> None:
    claim = triggered(claims_of("Hezbollah issued a statement. It said that Israel bombed Beirut."), "bombed")
    assert claim.source.source == "hezbollah"


def test_a_report_belongs_to_whoever_issued_it() -> None:
    claim = event("A report by the United Nations said that Rwandan troops attacked Goma.")
    assert rests_on(claim, "United Nations")


def test_officials_of_a_state_are_a_source_of_that_state() -> None:
    source = event("Russian officials said that Ukraine shelled Donetsk.").source
    assert source.kind in (SourceKind.STATE, SourceKind.ORGANISATION)
    assert source.source.startswith("russia")


def test_what_stands_outside_the_words_said_is_not_on_the_speakers_word() -> None:
    reading = reading_of("Ukraine said that Russia bombed Odesa. Israel shelled Tyre.")
    after = reading.doc.text.index("Israel shelled")
    assert chain.over(reading, after, after + 6) == ()


def test_links_without_any_attribution_are_the_account_alone() -> None:
    reading = reading_of("Russia bombed Odesa.")
    (link,) = chain.links(reading, (), Factuality.PROBABLE)
    assert (link.kind, link.factuality) == (SourceKind.ACCOUNT, Factuality.PROBABLE)


def test_whom_an_unnamed_source_speaks_for_stays_with_its_name() -> None:
    claim = event("A spokesman for the United Nations said that Rwandan troops attacked Goma.")
    assert claim.source.name.endswith("spokesman for the United Nations")


def test_the_us_is_a_state_that_speaks_and_no_first_person() -> None:
    assert event("The US said that Rwandan troops attacked Goma.").source.name == "United States"
