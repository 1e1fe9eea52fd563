from __future__ import annotations

import pytest

from testimonia.ingest.language import identify, notice
from tests.ingest.texts import FIRST, SECOND


def test_english_reporting_is_english_and_needs_no_notice() -> None:
    assert identify(f"{FIRST}\n\n{SECOND}") == "en"
    assert notice("en") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "L'armée a bombardé le pont pendant trois jours, et deux familles ont été sorties des caves du grenier.",
            "fr",
        ),
        ("Армия обстреливала мост три дня подряд, и две семьи вынесли из подвалов старого амбара.", "ru"),
        ("قصف الجيش الجسر لليوم الثالث على التوالي وتم إخراج عائلتين من أقبية المخزن القديم.", "ar"),
    ],
)
def test_other_languages_are_named_and_said_not_to_be_read(text: str, code: str) -> None:
    assert identify(text) == code
    assert "not read" in (notice(code) or "")


def test_a_long_english_article_outvotes_a_quotation_in_french() -> None:
    assert identify(f"{FIRST}\n\n{SECOND}\n\nL'armée a bombardé le pont hier soir.") == "en"


def test_a_few_latin_letters_count_as_english() -> None:
    assert identify("Mill Bridge") == "en"
    assert identify("") == "en"
