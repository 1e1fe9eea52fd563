"""Contrast of the page's colours, by the formula of WCAG 2.2 (relative luminance), in the light and in the dark."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

import testimonia.export

STYLE = (Path(testimonia.export.__file__).parent / "templates" / "comparison.css").read_text()
BLOCKS = dict(zip(("light", "dark", "print"), re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL), strict=True))
PAIRS = [*product(("ink", "soft", "accent", "link"), ("ground", "card")), ("mark-ink", "mark")]


def colours(scheme: str) -> dict[str, str]:
    return {name: code.strip("#") for name, code in re.findall(r"--([a-z-]+): (#\w+);", BLOCKS[scheme])}


def luminance(code: str) -> float:
    code = "".join(digit * 2 for digit in code) if len(code) == 3 else code
    parts = [int(code[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", BLOCKS)
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_text_stands_out_from_its_ground(scheme: str, front: str, back: str) -> None:
    used = colours(scheme)
    darker, lighter = sorted((luminance(used[front]), luminance(used[back])))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_nothing_is_told_by_colour_alone() -> None:
    assert "text-decoration: underline" in re.findall(r"(?m)^mark \{(.*)\}", STYLE)[0]
