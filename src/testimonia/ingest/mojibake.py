"""Was this text decoded wrongly before it came here? Seen in every text, repaired only where the text is ours.

What always holds: a plain text file is never changed (its offsets are its own); quotation marks keep their shape.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mended:
    """A text, and a line about what was seen in it or mended."""

    text: str
    notices: tuple[str, ...] = ()


def inspect(text: str) -> Mended:
    """``text`` itself, with a notice where passages of it look wrongly decoded."""
    broken = [line for line in text.splitlines() if _repaired(line) != line]
    if not broken:
        return Mended(text)
    return Mended(text, (f"{_lines(len(broken))} wrongly decoded ({_sample(broken[0])}); the text is kept as it is",))


def repair(text: str) -> Mended:
    """``text`` with every line mended that ftfy is certain of, and a notice of how many."""
    lines = text.split("\n")
    mended = [_repaired(line) for line in lines]
    changed = [old for old, new in zip(lines, mended, strict=True) if old != new]
    if not changed:
        return Mended(text)
    return Mended("\n".join(mended), (f"{_lines(len(changed))} wrongly decoded ({_sample(changed[0])}) and mended",))


def _repaired(line: str) -> str:
    if line.isascii():
        return line
    import ftfy

    # Encoding only: neither quotation marks nor widths nor ligatures are touched.
    return str(ftfy.fix_encoding(line, ftfy.TextFixerConfig(uncurl_quotes=False)))


def _lines(number: int) -> str:
    return "1 line looked" if number == 1 else f"{number} lines looked"


def _sample(line: str) -> str:
    at = next(i for i, character in enumerate(line) if not character.isascii())
    return repr(line[max(0, at - 8) : at + 8])
