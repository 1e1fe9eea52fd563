import pytest

from testimonia.read import wars
from testimonia.read.alias_index import index
from tests.read.telling import book, parsed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The regime shelled the suburbs of Homs in Syria.", True),
        ("Jabhat al-Nusra withdrew.", True),
        ("The rebels shelled the army of the regime.", False),
        ("The regime shelled the suburbs of Kherson in Ukraine.", False),
    ],
)
def test_an_account_is_about_a_war_whose_names_it_names(text: str, told: bool) -> None:
    doc = parsed(text)
    assert ("syria" in wars.told_of(list(index(book()).hits(doc)), book(), doc)) is told


def test_what_belongs_to_no_war_always_counts() -> None:
    doc = parsed("Nothing happened.")
    assert "world" in wars.told_of(list(index(book()).hits(doc)), book(), doc)
