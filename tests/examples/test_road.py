"""The whole road on the examples: from files to claims, links, disputes, shared origins and silences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pytest

from testimonia.compare import compare
from testimonia.compare.comparison import Comparison
from testimonia.link import link
from testimonia.link.linked import Linked
from testimonia.model.claim import ActorMention, Claim, Figure, PlaceMention
from testimonia.model.dispute import Dispute
from testimonia.model.document import Account, Document
from testimonia.model.period import Basis
from testimonia.read.reader import read
from tests.examples.corpora import (
    Corpus,
    ExpectedAccount,
    ExpectedDispute,
    ExpectedOrigin,
    ExpectedQuotation,
    ExpectedSilence,
    account_named,
    corpora,
    corpus,
    stands_in,
)
from tests.examples.scoring import read_gold, score

Slot = ActorMention | PlaceMention | Figure
CORPORA = corpora()
ALEPPO, GUERNICA, THIRD = corpus("aleppo"), corpus("guernica"), corpus("third")


@dataclass(frozen=True)
class Walked:
    """One corpus at the end of the road; everything by the names of files."""

    documents: dict[str, Document]
    claims: dict[str, tuple[Claim, ...]]
    accounts: tuple[Account, ...]
    linked: Linked
    comparison: Comparison

    @property
    def all_claims(self) -> tuple[Claim, ...]:
        return tuple(claim for claims in self.claims.values() for claim in claims)

    def ids(self, names: tuple[str, ...]) -> set[str]:
        return {account_named(name, self.documents).id for name in names}


@lru_cache(maxsize=4)
def _walk(name: str) -> Walked:
    found = corpus(name)
    codebook = found.codebook()
    documents = found.documents()
    claims = {key: read(document, codebook) for key, document in documents.items()}
    accounts = tuple(account for document in documents.values() for account in document.accounts)
    every = [claim for read_claims in claims.values() for claim in read_claims]
    linked = link(accounts, every, {document.id: document for document in documents.values()}, codebook)
    return Walked(documents, claims, accounts, linked, compare(linked, list(accounts), every, codebook))


def _accounts() -> Iterator[tuple[Corpus, ExpectedAccount]]:
    for found in CORPORA:
        for account in found.expected.accounts:
            yield found, account


def _bare(name: str | None) -> str | None:
    """A paper's name without its article, which heads write or leave out."""
    return name.removeprefix("The ") if name else name


def _named(pair: object) -> str:
    return pair.name if isinstance(pair, Corpus) else str(getattr(pair, "account", ""))


@pytest.mark.parametrize(("found", "expected"), list(_accounts()), ids=_named)
def test_an_account_has_the_title_outlet_author_and_date_a_person_would_give_it(
    found: Corpus, expected: ExpectedAccount
) -> None:
    account = account_named(expected.account, found.documents())
    assert account.title is not None
    assert stands_in(expected.title, account.title)
    assert _bare(account.outlet) == _bare(expected.outlet)
    assert account.author == expected.author
    assert account.published_basis is expected.basis
    if expected.basis is Basis.STATED:
        assert (account.published.start, account.published.end) == (expected.since, expected.until)
    else:
        assert account.published.start is not None
        assert expected.since <= account.published.start <= (expected.latest_from or date.max)


@pytest.mark.parametrize("found", CORPORA, ids=_named)
def test_a_file_carries_as_many_accounts_as_a_person_finds_in_it(found: Corpus) -> None:
    counts = {name: len(document.accounts) for name, document in found.documents().items()}
    wanted = dict.fromkeys(counts, 0)
    for account in found.expected.accounts:
        wanted[account.account[:3]] += 1
    assert counts == wanted


@pytest.mark.parametrize("found", CORPORA, ids=_named)
def test_every_span_of_every_claim_round_trips_through_its_document(found: Corpus) -> None:
    walked = _walk(found.name)
    for name, claims in walked.claims.items():
        text = walked.documents[name].text
        assert claims
        for claim in claims:
            assert text[claim.start : claim.end] == claim.text
            slots: list[Slot] = [*claim.actors, *claim.recipients, *claim.places, *claim.figures]
            for slot in slots:
                assert text[slot.start : slot.end] == slot.text
            for span in (claim.trigger, claim.condition, claim.quotation):
                assert span is None or text[span.start : span.end] == span.text
            period = claim.period
            if period and period.start_offset is not None:
                assert text[period.start_offset : period.end_offset] == period.text
            for one in claim.attribution[1:]:
                assert one.start is None or text[one.start : one.end].strip()


@pytest.mark.parametrize("found", CORPORA, ids=_named)
def test_no_claim_is_read_from_the_line_that_marks_a_text_as_an_example(found: Corpus) -> None:
    for claim in _walk(found.name).all_claims:
        assert "example corpus" not in claim.text


@pytest.mark.parametrize("expected", ALEPPO.expected.disputes, ids=lambda expected: "-".join(expected.about))
def test_the_accounts_of_aleppo_dispute_what_a_person_sees_them_dispute(expected: ExpectedDispute) -> None:
    walked = _walk("aleppo")
    assert any(_answers(dispute, expected, walked) for dispute in walked.comparison.disputes), _shown(walked)


@pytest.mark.parametrize("expected", GUERNICA.expected.disputes, ids=lambda expected: "-".join(expected.kinds))
def test_the_accounts_of_guernica_dispute_what_a_person_sees_them_dispute(expected: ExpectedDispute) -> None:
    walked = _walk("guernica")
    assert any(_answers(dispute, expected, walked) for dispute in walked.comparison.disputes), _shown(walked)


def _answers(dispute: Dispute, expected: ExpectedDispute, walked: Walked) -> bool:
    said = " | ".join(answer.value for answer in dispute.answers)
    accounts = {account for answer in dispute.answers for account in answer.accounts}
    accounts |= {account for answer in dispute.answers for account in answer.denied_by}
    by_claim = {claim.id: claim.account for claim in walked.all_claims}
    accounts |= {by_claim[one] for one in accounts if one in by_claim}
    return (
        dispute.kind.value in expected.kinds
        and all(stands_in(words, dispute.question) for words in expected.about)
        and all(stands_in(words, said) for words in expected.answers)
        and walked.ids(expected.accounts) <= accounts
    )


def _shown(walked: Walked) -> str:
    lines = []
    for dispute in walked.comparison.disputes:
        lines.append(f"{dispute.kind}: {dispute.question}")
        lines += [f"    {answer.value}: {', '.join(answer.accounts)}" for answer in dispute.answers]
    return "\n".join(lines)


def _origins() -> list[tuple[Corpus, ExpectedOrigin]]:
    return [(found, origin) for found in CORPORA for origin in found.expected.origins]


@pytest.mark.parametrize(("found", "expected"), _origins(), ids=_named)
def test_who_took_from_whom_is_found_and_both_share_an_origin(found: Corpus, expected: ExpectedOrigin) -> None:
    walked = _walk(found.name)
    (taker,), (giver,) = walked.ids((expected.taker,)), walked.ids((expected.giver,))
    ties = [tie for tie in walked.linked.dependences if {tie.taker, tie.giver} == {taker, giver}]
    assert any(tie.evidence.value in expected.evidence for tie in ties)
    assert all(tie.taker == taker for tie in ties)
    assert any({taker, giver} <= set(origin.accounts) for origin in walked.linked.origins)


def _quotations() -> list[tuple[Corpus, ExpectedQuotation]]:
    return [(found, quotation) for found in CORPORA for quotation in found.expected.quotations]


@pytest.mark.parametrize(("found", "expected"), _quotations(), ids=_named)
def test_one_quotation_in_two_wordings_is_one_utterance_with_one_origin(
    found: Corpus, expected: ExpectedQuotation
) -> None:
    walked = _walk(found.name)
    wanted = walked.ids(expected.accounts)
    utterances = [event for event in walked.linked.quotations if wanted <= set(event.accounts)]
    assert [len(event.origins) for event in utterances] == [expected.origins]
    (origin,) = (one for one in walked.linked.origins if one.id == utterances[0].origins[0])
    assert stands_in(expected.rests_on, origin.name)


def _silences() -> list[tuple[Corpus, ExpectedSilence]]:
    return [(found, silence) for found in CORPORA for silence in found.expected.silences]


@pytest.mark.parametrize(("found", "expected"), _silences(), ids=_named)
def test_an_account_that_leaves_a_strike_out_is_shown_as_silent(found: Corpus, expected: ExpectedSilence) -> None:
    walked = _walk(found.name)
    assert any(
        all(stands_in(words, silence.statement) for words in expected.about)
        and walked.ids(expected.silent) <= set(silence.accounts)
        and walked.ids(expected.told_by) <= set(silence.told_by)
        for silence in walked.comparison.silences
    )


def test_different_accounts_of_aleppo_call_the_same_people_by_different_names() -> None:
    expected = ALEPPO.expected.naming
    assert expected is not None
    uses: dict[str, set[str]] = {}
    for framing in _walk("aleppo").comparison.framings:
        if any(stands_in(actor, framing.name) for actor in expected.actors):
            for label in framing.labels:
                for words in expected.words:
                    if stands_in(words, label.words):
                        uses.setdefault(words, set()).add(framing.account)
    assert set(uses) == set(expected.words)
    assert len(set().union(*uses.values())) >= 2


def test_a_war_never_met_resolves_actors_and_places_through_its_codebook_alone() -> None:
    claims = _walk("third").all_claims
    actors = {mention.actor for claim in claims for mention in (*claim.actors, *claim.recipients)}
    actors |= {one.source for claim in claims for one in claim.attribution}
    places = {mention.place for claim in claims for mention in claim.places}
    assert set(THIRD.expected.actors) <= actors
    assert set(THIRD.expected.places) <= places


@pytest.mark.parametrize(
    ("name", "found", "whole"), [("aleppo", 0.55, 0.25), ("guernica", 0.55, 0.25), ("third", 0.55, 0.25)]
)
def test_claims_hold_what_a_careful_coder_reads(name: str, found: float, whole: float) -> None:
    walked = _walk(name)
    texts = {key: document.text for key, document in walked.documents.items()}
    result = score(read_gold(corpus(name).gold), walked.claims, texts)
    assert result.share("found") >= found, "\n".join(result.lines())
    assert result.share("whole") >= whole, "\n".join(result.lines())


def test_reading_the_same_files_twice_gives_the_same_claims() -> None:
    documents = THIRD.documents()
    codebook = THIRD.codebook()
    first = [claim.id for document in documents.values() for claim in read(document, codebook)]
    second = [claim.id for document in THIRD.documents().values() for claim in read(document, codebook)]
    assert first == second
