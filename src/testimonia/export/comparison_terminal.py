"""A comparison in a terminal: accounts, disputes, agreements, silences, readable at 100 columns.

What always holds: nothing is told by colour alone, and what is left out for its length is counted in words with
the command that shows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from testimonia.export.as_table import TABLE_WIDTH
from testimonia.export.comparison_view import AgreementView, AnswerView, ComparisonView, DisputeView, SilenceView
from testimonia.export.passage import Passage, shortened
from testimonia.export.terminal import indented, line
from testimonia.export.voices import Voice
from testimonia.export.wording import one_line, short

if TYPE_CHECKING:
    from rich.console import Console

# How much of each a terminal shows; the page shows everything.
DISPUTES, AGREEMENTS, SILENCES, VOICES, QUOTATION = 20, 10, 10, 4, 260


def render(view: ComparisonView, out: Console) -> None:
    """Prints the comparison."""
    _heading(out, f"Accounts: {view.counted}")
    _accounts(view, out)
    _heading(out, f"Disputes: {len(view.disputes)}")
    for number, dispute in enumerate(view.disputes[:DISPUTES], 1):
        render_dispute(dispute, out, number)
    _rest(out, len(view.disputes) - DISPUTES, "disputes", "testimonia disputes")
    _heading(out, f"Agreements: {len(view.agreements)}")
    for agreement in view.agreements[:AGREEMENTS]:
        render_agreement(agreement, out)
    _rest(out, len(view.agreements) - AGREEMENTS, "agreements", "testimonia compare --format html")
    _heading(out, f"Silences: {len(view.silences)}")
    for silence in view.silences[:SILENCES]:
        _silence(silence, out)
    _rest(out, len(view.silences) - SILENCES, "silences", "testimonia compare --format html")


def render_dispute(dispute: DisputeView, out: Console, number: int | None = None, every: bool = False) -> None:
    """Prints one dispute; ``every`` prints all its voices."""
    out.print(line((f"{number}. " if number else "", "bold"), (dispute.question, "bold")))
    out.print(indented(3, (f"{dispute.kind} · {dispute.counted} · {short(dispute.id)}", "dim")))
    for answer in dispute.answers:
        _answer(answer, out, every)
    if dispute.silent:
        out.print(indented(3, ("silent: ", "italic"), (", ".join(dispute.silent), "")))
    if dispute.out_of_scope:
        out.print(indented(3, ("could not have said: ", "italic"), (", ".join(dispute.out_of_scope), "")))
    out.print()


def render_agreement(agreement: AgreementView, out: Console, every: bool = False) -> None:
    """Prints one agreement with who says it."""
    out.print(line(("= ", "green"), (agreement.statement, "bold"), (f" ({agreement.counted})", "dim")))
    if every:
        voices(agreement.voices, out, 3, None)
    else:
        names = list(dict.fromkeys(voice.label for voice in agreement.voices))
        out.print(indented(3, (", ".join(names), "")))


def voices(said: Sequence[Voice], out: Console, indent: int, limit: int | None = VOICES) -> None:
    """Prints voices, an account's first one only where ``limit`` holds."""
    first = list({voice.account: voice for voice in reversed(said)}.values())[::-1] if limit else list(said)
    for voice in first[:limit] if limit else first:
        out.print(indented(indent, (voice.source, "cyan"), (f": {voice.firmness}", "")))
        quotation(voice.passage if limit is None else shortened(voice.passage, QUOTATION), out, indent)
    if limit and len(first) > limit:
        out.print(indented(indent, (f"and {len(first) - limit} more", "dim")))


def quotation(passage: Passage, out: Console, indent: int) -> None:
    """Prints a passage between quotation marks, the claim's own words underlined."""
    before, after = ("" if not side else one_line(side) for side in (passage.before, passage.after))
    gap = " " if before and passage.before[-1].isspace() else ""
    tail = " " if after and passage.after[0].isspace() else ""
    parts = (("“" + before + gap, ""), (one_line(passage.span), "underline"), (tail + after + "”", ""))
    out.print(indented(indent, *parts))


def _answer(answer: AnswerView, out: Console, every: bool) -> None:
    limit = None if every else VOICES
    out.print(indented(3, ("≠ ", "yellow"), (answer.value, "bold"), (f" ({answer.counted})", "dim")))
    voices(answer.voices, out, 6, limit)
    if answer.denials:
        out.print(indented(5, ("denied by", "italic")))
        voices(answer.denials, out, 6, limit)


def _silence(silence: SilenceView, out: Console) -> None:
    out.print(line(("∅ ", "magenta"), (silence.statement, "bold")))
    out.print(indented(3, ("silent: ", "italic"), (", ".join(silence.silent), "")))
    out.print(indented(3, ("told by: ", "italic"), (", ".join(silence.told_by), "")))


def _accounts(view: ComparisonView, out: Console) -> None:
    from rich.table import Table

    if out.width < TABLE_WIDTH:
        for account in view.accounts:
            said = (account.author, account.published, f"{account.claims} claims", account.title)
            out.print(line((account.label, "cyan")))
            out.print(indented(3, ("; ".join(part for part in said if part), "")))
        return
    table = Table(box=None, pad_edge=False, header_style="dim")
    for title, wide in (("account", True), ("author", False), ("published", True), ("claims", False), ("title", True)):
        table.add_column(title, overflow="fold", no_wrap=not wide, max_width=40)
    for account in view.accounts:
        cells = (account.label, account.author, account.published, str(account.claims), account.title)
        table.add_row(*(line((cell, "")) for cell in cells))
    out.print(table)


def _heading(out: Console, words: str) -> None:
    from rich.rule import Rule

    out.print()
    out.print(Rule(words, align="left", style="dim"))


def _rest(out: Console, count: int, noun: str, command: str) -> None:
    if count > 0:
        out.print(line((f"and {count} more {noun}; `{command}` shows them", "dim")))
