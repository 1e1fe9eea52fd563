from datetime import date

import pytest

from testimonia.model.document import Account, Document, SectionKind
from testimonia.model.period import Basis, Period

DAY = Period(date(1995, 7, 12), date(1995, 7, 12))


def account(**named: str | None) -> Account:
    return Account(
        id="d1", document="d1", title=named.get("title"), author=named.get("author"), outlet=named.get("outlet"),
        published=DAY, published_basis=Basis.STATED, language="en",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "read"),
    [
        ("headline", True),
        ("body", True),
        ("repost", True),
        ("byline", False),
        ("comment", False),
        ("boilerplate", False),
    ],
)
def test_only_an_accounts_own_words_are_read(kind: str, read: bool) -> None:
    assert SectionKind(kind).read is read


def test_an_account_is_found_by_its_id() -> None:
    document = Document("d1", "d1" * 32, "text/plain", "Words.", None, None, (), (account(outlet="Post"),), "en")
    assert document.account("d1").outlet == "Post"


def test_an_account_that_is_not_there_is_an_error_that_names_it() -> None:
    document = Document("d1", "d1" * 32, "text/plain", "Words.", None, None, (), (account(),), "en")
    with pytest.raises(KeyError, match=r"d1\.1"):
        document.account("d1.1")


@pytest.mark.parametrize(
    ("outlet", "author", "title", "label"),
    [
        ("The Drina Post", "Ana Vuk", "Shells on the market", "The Drina Post"),
        (None, "Ana Vuk", "Shells on the market", "Ana Vuk"),
        (None, None, "Shells on the market", "Shells on the market"),
        (None, None, None, "d1"),
    ],
)
def test_an_account_is_labelled_by_the_best_name_it_has(
    outlet: str | None, author: str | None, title: str | None, label: str
) -> None:
    assert account(outlet=outlet, author=author, title=title).label == label
