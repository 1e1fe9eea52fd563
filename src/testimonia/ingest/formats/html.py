"""HTML pages: the article and the readers' comments without the page around them, and what its tags state.

What always holds: markup nested or repeated beyond reason is refused before it is parsed; paragraphs are separated
by blank lines; nothing is fetched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from testimonia.ingest.encoding import Decoded, decode
from testimonia.ingest.limits import check_html
from testimonia.ingest.mojibake import repair
from testimonia.ingest.piece import Mark, Piece, Refusal, Source
from testimonia.model.document import Evidence, SectionKind
from testimonia.model.errors import InputError

_SIGNATURE = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|title)\b", re.IGNORECASE)
_AUTHOR_TAG = re.compile(r"<meta[^>]{0,80}name=[\"']author[\"'][^>]{0,80}content=[\"'](?P<name>[^\"'<>]{1,120})", re.I)
_LONGEST_AUTHOR = 80  # characters; a longer tag holds more than names
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_EXTENSIONS = (".html", ".htm", ".xhtml", ".shtml", ".php", ".aspx")
_DATE_TAGS = (
    ("meta", "property", "article:published_time", "content"),
    ("meta", "name", "article:published_time", "content"),
    ("meta", "itemprop", "datePublished", "content"),
    ("meta", "name", "date", "content"),
    ("meta", "name", "pubdate", "content"),
    ("meta", "name", "DC.date.issued", "content"),
    ("time", "itemprop", "datePublished", "datetime"),
    ("time", "pubdate", None, "datetime"),
)


@dataclass(frozen=True, slots=True)
class Html:
    """Whatever begins like a page."""

    name: str = "testimonia.html.1"

    def recognises(self, source: Source) -> bool:
        """By its tags; by media type or extension where it has at least some tag."""
        head = source.head[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
        if head.startswith(b"<") and _SIGNATURE.search(head):
            return True
        named = source.extension in _EXTENSIONS or (source.media_type or "").startswith(
            ("text/html", "application/xhtml")
        )
        return named and b"<" in source.head and b"\0" not in source.head

    def pieces(self, source: Source) -> Iterator[Piece | Refusal]:
        """The article of the page as one piece. Raises ``InputError`` for a bomb or a page without an article."""
        content = source.content()
        check_html(content)
        decoded = _decoded(content)
        article = extract(decoded.text, source.url)
        yield Piece(
            content, article.text, "text/html", self.name, url=article.url, stated=article.stated,
            marks=article.marks, notices=(*decoded.notices, *article.notices),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Article:
    """What a page holds for a reader, and what its tags state."""

    text: str
    url: str | None
    stated: tuple[Evidence, ...]
    marks: tuple[Mark, ...]
    notices: tuple[str, ...]


def extract(markup: str, url: str | None = None) -> Article:
    """The article in ``markup``. Raises ``InputError`` where there is none."""
    import trafilatura

    # A fixed last day keeps the result the same whenever it is run; htmldate's default is today.
    dates = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
    found: Any = trafilatura.bare_extraction(
        markup, url=url, include_comments=True, include_tables=True, with_metadata=True, date_extraction_params=dates
    )
    body = (found.text or "").strip() if found else ""
    if len(body.split()) < 5:
        body = trafilatura.baseline(markup)[1].strip()
    if not body:
        raise InputError("is an HTML page in which no article was found; save its words as plain text")
    title = " ".join((found.title or "").split()) if found else ""
    comments = (found.comments or "").strip() if found else ""
    mended = repair(body)
    text, marks = _composed(repair(title).text, _spaced(mended.text), _spaced(repair(comments).text))
    return Article(text, url or _canonical(markup), _stated(markup, found), marks, mended.notices)


def _composed(title: str, body: str, comments: str) -> tuple[str, tuple[Mark, ...]]:
    """Title, body and comments as one text, with marks on the title and the comments."""
    marks = []
    if title and not body.startswith(title):
        body = f"{title}\n\n{body}"
    if title:
        marks.append(Mark(SectionKind.HEADLINE, 0, len(title)))
    if comments and comments not in body:
        start = len(body) + 2
        body = f"{body}\n\n{comments}"
        marks.append(Mark(SectionKind.COMMENT, start, len(body)))
    return body, tuple(marks)


def _spaced(text: str) -> str:
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())


def _decoded(content: bytes) -> Decoded:
    named = _CHARSET.search(content[:4096])
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        if named:
            encoding = named[1].decode("ascii").lower()
            encoding = "cp1252" if encoding in ("iso-8859-1", "latin1", "ascii", "us-ascii") else encoding
            try:
                return Decoded(content.decode(encoding), encoding)
            except (UnicodeDecodeError, LookupError):
                pass
    return decode(content)


def _stated(markup: str, found: Any) -> tuple[Evidence, ...]:
    stated = []
    if found and found.title:
        stated.append(Evidence("title", " ".join(found.title.split()), "the page's title tags"))
    if found and found.author:
        author = _in_full(found.author.replace(";", ","), markup)
        stated.append(Evidence("author", author, "the page's author tags"))
    if found and found.sitename:
        stated.append(Evidence("outlet", found.sitename, "the page's tags name the site"))
    published = _published(markup)
    if published is None and found and found.date:
        published = Evidence("published", found.date, "the page, by htmldate")
    return (*stated, published) if published else tuple(stated)


def _in_full(author: str, markup: str) -> str:
    """The author as the page's own tag has it, where the extraction kept only its beginning ("Press Office of …")."""
    tag = _AUTHOR_TAG.search(markup)
    written = unescape(tag["name"]).strip() if tag else ""
    return written if written.startswith(author) and len(written) <= _LONGEST_AUTHOR else author


def _published(markup: str) -> Evidence | None:
    """The day of publication from the first tag that states one."""
    from lxml import html

    try:
        tree = html.fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (ValueError, SyntaxError):
        return None
    for tag, attribute, value, holder in _DATE_TAGS:
        condition = f"@{attribute}" if value is None else f"@{attribute}='{value}'"
        for day in tree.xpath(f"//{tag}[{condition}]/@{holder}"):
            if re.match(r"\d{4}-\d\d-\d\d", str(day)):
                return Evidence("published", str(day)[:10], f"the page's tag {value or attribute}")
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        if day := _dated(_json(str(script))):
            return Evidence("published", day, "the page's JSON-LD datePublished")
    return None


def _json(script: str) -> Any:
    try:
        return json.loads(script)
    except (ValueError, RecursionError):
        return None


def _dated(node: Any, depth: int = 0) -> str | None:
    if depth > 6:
        return None
    if isinstance(node, dict):
        day = node.get("datePublished")
        if isinstance(day, str) and re.match(r"\d{4}-\d\d-\d\d", day):
            return day[:10]
        return next((hit for value in node.values() if (hit := _dated(value, depth + 1))), None)
    if isinstance(node, list):
        return next((hit for value in node if (hit := _dated(value, depth + 1))), None)
    return None


def _canonical(markup: str) -> str | None:
    match = re.search(
        r"<link[^>]{0,300}rel=[\"']?canonical[\"']?[^>]{0,300}href=[\"']([^\"'>]+)|<meta[^>]{0,300}property=[\"']og:url[\"'][^>]{0,300}content=[\"']([^\"'>]+)",
        markup,
        re.IGNORECASE,
    )
    address = (match[1] or match[2]).strip() if match else ""
    return address if address.startswith(("http://", "https://")) else None


FORMAT = Html()
