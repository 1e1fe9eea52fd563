from __future__ import annotations

from testimonia.ingest.mojibake import inspect, repair

BROKEN = "The army said it was “sorry” for the café.".encode().decode("cp1252", "ignore")


def test_broken_lines_are_mended_and_counted() -> None:
    mended = repair("A clean line.\nThe minister called it a “tragedyâ€™s end” in the cafÃ©.\nAnother.")
    assert "café" in mended.text
    assert mended.text.startswith("A clean line.\n")
    assert "1 line looked wrongly decoded" in mended.notices[0]


def test_clean_text_keeps_its_curled_quotation_marks() -> None:
    text = "“We fired no shot,” the officer said — and smiled."
    assert repair(text).text == text
    assert repair(text).notices == ()


def test_inspecting_never_changes_the_text() -> None:
    text = "The cafÃ© was shelled."
    seen = inspect(text)
    assert seen.text == text
    assert "kept as it is" in seen.notices[0]
