"""Mail: the subject, sender and date of a message and the words of its body; attachments are left and said.

What always holds: the plain part is taken where there is one, else the HTML part; nothing attached is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

from testimonia.ingest.encoding import is_binary
from testimonia.ingest.formats.html import extract
from testimonia.ingest.limits import check_html
from testimonia.ingest.mojibake import repair
from testimonia.ingest.piece import Mark, Piece, Refusal, Source
from testimonia.model.document import Evidence, SectionKind
from testimonia.model.errors import InputError

_HEADER = re.compile(
    rb"^(?:From|Received|Return-Path|Message-ID|MIME-Version|Date|Subject|To|Delivered-To|Content-Type|X-[\w-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_TELLING = re.compile(rb"^(?:Received|Return-Path|Message-ID|MIME-Version|Delivered-To):", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mail:
    """Messages of RFC 5322."""

    name: str = "testimonia.eml.1"

    def recognises(self, source: Source) -> bool:
        """By its headers: one that only mail has and two of any, or the name ``.eml`` and two of any."""
        headers = re.split(rb"\r?\n\r?\n", source.head.lstrip(), maxsplit=1)[0]
        if not _HEADER.match(headers) or len(_HEADER.findall(headers)) < 2:
            return False
        return source.extension == ".eml" or _TELLING.search(headers) is not None

    def pieces(self, source: Source) -> Iterator[Piece | Refusal]:
        """The message as one piece. Raises ``InputError`` where it has no words."""
        content = source.content()
        if is_binary(content):
            raise InputError("is named like mail but is not text; save the message again as EML")
        message = message_from_bytes(content, policy=default)
        assert isinstance(message, EmailMessage)
        subject = " ".join(str(message.get("Subject", "")).split())
        sender = str(message.get("From", "")).strip()
        day = str(message.get("Date", "")).strip()
        body = repair(_body(message))
        if not body.text.strip():
            raise InputError("is a message without words; nothing to read")
        head = [(SectionKind.HEADLINE, subject)] if subject else []
        head += [(SectionKind.BYLINE, line) for name, line in (("From", sender), ("Date", day)) if line]
        text, marks = _composed(head, body.text)
        attached = sum(1 for _ in message.iter_attachments())
        notices = (
            [f"{attached} attachment{'s' if attached > 1 else ''} not read; save and give them as files"]
            if attached
            else []
        )
        yield Piece(
            content, text, "message/rfc822", self.name, url=source.url, stated=_stated(subject, sender, day),
            marks=marks, notices=(*body.notices, *notices),
        )  # fmt: skip


def _body(message: EmailMessage) -> str:
    try:
        part = message.get_body(preferencelist=("plain", "html"))
        words = str(part.get_content()) if part is not None else ""
    except (MessageError, LookupError, KeyError, ValueError) as error:
        raise InputError("is a message whose body cannot be decoded; save it again as text") from error
    if part is not None and part.get_content_type() == "text/html" and words.strip():
        check_html(words.encode("utf-8", "replace"))
        return extract(words).text
    return words.replace("\r\n", "\n").strip()


def _composed(head: list[tuple[SectionKind, str]], body: str) -> tuple[str, tuple[Mark, ...]]:
    text, marks = "", []
    for kind, line in head:
        marks.append(Mark(kind, len(text), len(text) + len(line)))
        text += f"{line}\n\n"
    return text + body, tuple(marks)


def _stated(subject: str, sender: str, day: str) -> tuple[Evidence, ...]:
    name, address = parseaddr(sender)
    found = [("title", subject, "Subject"), ("author", name or address, "From"), ("published", day, "Date")]
    return tuple(Evidence(field, value, f"the mail's header {header}") for field, value, header in found if value)


FORMAT = Mail()
