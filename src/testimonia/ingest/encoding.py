"""Which characters are these bytes? UTF-8 where it is, what the bytes themselves show where it is not.

What always holds: every character of the result comes from the bytes in order, newlines included; a byte order mark
is left out and said; a text that is no text is refused.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from testimonia.model.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\x0b\x0c\x1b\x1a") + b"\x7f"
_CONTROL_SHARE = 0.005  # of all bytes; texts have none, random bytes 11%
_DAMAGED_SHARE = 0.1  # of the characters beyond ASCII; bytes of another encoding hardly ever make sound UTF-8
_SAMPLE = 1_000_000
_NOT_TEXT = "is not text, whatever its name says; give a text, HTML, PDF, DOCX, EML, CSV, JSONL, WARC or WACZ file"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and what is worth telling the user about it."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decode(content: bytes) -> Decoded:
    """The text of ``content``. Raises ``InputError`` for binary content and for bytes that fit no encoding."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                text = content[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise InputError(f"is marked as {encoding} but is not; save it again as UTF-8") from error
            return Decoded(
                text, encoding, (f"a byte order mark ({encoding}) was left out; offsets count from after it",)
            )
    if is_binary(content):
        raise InputError(_NOT_TEXT)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if mended := _nearly_utf8(content, error.start):
            return mended
        encoding = guess(content)
    try:
        text = content.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise InputError(f"is not UTF-8, and not all of it is {encoding}; save it again as UTF-8") from error
    return Decoded(text, encoding, (f"not UTF-8: read as {encoding}, which its bytes suggest",))


def _nearly_utf8(content: bytes, fault: int) -> Decoded | None:
    """The text where it is UTF-8 but for a cut end or the odd damaged byte, each shown as U+FFFD; else ``None``."""
    text = content.decode("utf-8", "replace")
    damaged = text.count("\N{REPLACEMENT CHARACTER}")
    sound = sum(character > "\x7f" for character in text) - damaged
    if not sound or (fault < len(content) - 3 and damaged > _DAMAGED_SHARE * sound):
        return None
    places = "one place is" if damaged == 1 else f"{damaged} places are"
    return Decoded(text, "utf-8", (f"{places} no UTF-8, while the rest is; shown as \N{REPLACEMENT CHARACTER}",))


def is_binary(content: bytes) -> bool:
    """Whether these bytes are no text in any encoding without a byte order mark that news comes in."""
    head = content[:_SAMPLE]
    if not head:
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return b"\0" in head or controls > _CONTROL_SHARE * len(head)


def guess(content: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8. Raises ``InputError`` where none is likely.

    Western text in which the odd byte is a curled quotation mark or an accent is Windows-1252, by far the commonest
    such encoding on the web (https://encoding.spec.whatwg.org makes it the meaning of Latin-1); a statistical guess
    at so few bytes would be worse.
    """
    sample = content[:_SAMPLE]
    odd = sum(1 for byte in sample if byte >= 0x80)
    if odd < 0.05 * len(sample):
        try:
            sample.decode("cp1252")
        except UnicodeDecodeError:
            pass
        else:
            return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        raise InputError("is in no encoding that could be told; save it again as UTF-8")
    return str(best.encoding)
