"""Disputes between accounts that are read from their words, for the tests of questions that hang on reading."""

from __future__ import annotations

from datetime import date

from testimonia.compare import compare
from testimonia.link import link
from testimonia.model.dispute import Dispute, DisputeKind
from testimonia.read.reader import read
from tests.read.telling import book, document_of

DAY = date(2016, 8, 9)  # a Tuesday


def disputes_of(kind: DisputeKind, **texts: str) -> list[Dispute]:
    """The disputes of one kind between accounts of one day, each text by the name of its outlet."""
    documents = [document_of(text, DAY, outlet) for outlet, text in texts.items()]
    accounts = [account for document in documents for account in document.accounts]
    claims = [claim for document in documents for claim in read(document, book())]
    linked = link(accounts, claims, {document.id: document for document in documents}, book())
    return [dispute for dispute in compare(linked, accounts, claims, book()).disputes if dispute.kind is kind]
