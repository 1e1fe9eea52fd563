"""What an account says of the words it has just passed on, in a sentence of its own."""

import pytest

from tests.read.certainty_of import sentence


@pytest.mark.parametrize(
    ("text", "trigger", "author"),
    [
        ("The ministry said its troops had left Goma. This is false.", "left", "CT-"),
        ("The ministry said its troops had left Goma. They had not.", "left", "CT-"),
        ("Officials said gas had been used in Douma. It had not.", "used", "CT-"),
        ("The envoy said the rebels had bombed the mill. They had.", "bombed", "CT+"),
        ("The ministry said rebels shelled Goma. It later retracted the statement.", "shelled", "Uu"),
        ("The ministry said rebels shelled Goma. The claim was withdrawn.", "shelled", "Uu"),
        ("The envoy said rebels had shelled Brod. Whatever the truth of that, the truce fell.", "shelled", "Uu"),
    ],
)
def test_the_account_comments_on_what_it_quotes(text: str, trigger: str, author: str) -> None:
    doc, i, found = sentence(text, trigger)
    over = [a for a in found if any(s <= doc[i].idx < e for s, e in a.content)]
    assert over[0].author.value == author
