"""How are time expressions built? One pattern over the letters of ``period_words``, one named branch a rule.

What always holds: branches stand in the order in which they are tried, longer constructions first, and the name of
the branch that matched is the name of the rule that reads it (``period_rules.RULES``).
"""

from __future__ import annotations

import re

_MONTH = r"M\|?"
_WEEKDAY = r"W\|?"
_YEAR = r"(?:[,-]?O?y)"
_AMOUNT = r"(?:b?(?:#(?:[-~R&]#)?|A?jO?|HA|A#?))"
# What may stand behind "the end of", "early", "the first two weeks of", "the night of".
_CORE = r"T?(?:M|y|S|E|l-?U|t-?U|x-?U|q|s|W|U|d|o|#O?M|K|D|OT?|p|l[MS]|x[MS]|t[MS]|-)"

_BRANCHES = (
    ("written", r"(?:T?W\|?,?)?D(?:,?c)?"),
    ("day_range", rf"(?:T?{_WEEKDAY},?)?T?[#o][-~R&]T?[#o]O?{_MONTH}{_YEAR}?"),
    ("day_month", rf"(?:T?{_WEEKDAY},?)?(?:T?[#o])-?O?{_MONTH}{_YEAR}?"),
    ("month_range", rf"(?:{_WEEKDAY},?)?{_MONTH}T?[#o][-~R&]T?[#o](?!\|?-?[#UM]|O?M|\|?O?M){_YEAR}?"),
    ("month_day", rf"(?:{_WEEKDAY},?)?{_MONTH}T?[#o](?![-:]U|U){_YEAR}?"),
    ("span_of", rf"T?(?:o#?|[lea][#j]|l|[#jo])-?UO(?={_CORE})"),
    ("half", r"T?[olea]-?H(?:O?T?(?=[yUtlE])|$|(?=[^O]))"),
    ("week_of", r"T?UO(?=T?(?:M[#o]|#O?M|oO?M))"),
    ("part_of", rf"T?[eia]-?(?:[pO]T?)?(?={_CORE})"),
    ("clock_of", r"T?PO(?=T?(?:M|#O?M|oO?M|W|D))"),
    ("edge_of", r"[kz]p?(?=(?:T?[tqlx]s?U|d|qU|T?U))"),
    ("month_of_year", rf"{_MONTH}(?:{_YEAR}|O?T?[tlrxsqf]U)"),
    ("year_before", r"T?U-[gk](?:o?-?U)?"),
    ("unit_end", r"U-?a(?![O.])"),
    ("quarter", r"T?[orlfts]-?U(?:O?(?:y|T?[tlx]U))?|TU(?=[^kgJZ]|$)"),
    ("season", r"(?:T?[ltxqfr]-?S|T?S)(?:O?(?:y(?:[-~/][#y])?|T?[tlrx]U))?"),
    ("month", rf"(?:T?f|[ltx]){_MONTH}|{_MONTH}"),
    ("weekday_of", r"W(?:P)?,?(?:[lxt]|Tr)U"),
    ("weekday", r"(?:T?[ltxf]|q)?WP?(?!-(?!&))"),
    ("weekend", r"T?[ltxqsrf]?K"),
    ("day_beyond", r"TU[JZ]d"),
    ("day", r"dP?|v"),
    ("part_of_day", r"[lt]P|T?fP|TxP|qP"),
    ("unit_beyond", r"TU[JZ][lx](?!U|#)"),
    ("last_units", r"T?[lx](?:#(?:[-~R&]#)?|j)-?[Uh]"),
    ("ago", rf"{_AMOUNT}-?[Uh](?:&(?:A|#)H)?g|A[Uh]&AHg|[Uh]g"),
    ("ahead", rf"{_AMOUNT}[Uh](?:FI|'I)|{_AMOUNT}[Uh]'I"),
    ("earlier", rf"(?:{_AMOUNT}[Uh](?:&AH)?|TU)[kzJZ]"),
    ("same", r"T?(?:qs|s|q|f|r|Tx)U"),
    ("unit", r"T?(?:[tx]|l|r)-?U"),
    ("at_the_time", r"p(?:T|q|TsU?)I"),
    ("then", r"n"),
    ("century", r"T?[o]-?U"),
    ("decade", r"T?E"),
    ("years", r"y[-~/]y|y[-~/]#(?!-)"),
    ("year", r"y"),
    ("holiday", r"L(?:'?W|'?U|d|\.)?"),
)  # fmt: skip

# Where an expression may begin, and each branch by itself, for when the first that fits turns out to be none.
ANY = re.compile("(?=[^.,|])(?:" + "|".join(pattern for _, pattern in _BRANCHES) + ")")
BRANCHES = tuple((name, re.compile(pattern)) for name, pattern in _BRANCHES)

# Amounts of time and frequencies: only TIMEX3 marks them, they hold no days of their own.
AMOUNT = re.compile(
    rf"(?P<frequency>X|V#?U(?![\w]))|(?P<duration>{_AMOUNT}-?[Uh](?:&AH)?|T#U|TjU|T[Uh]U?|o?-?[Uh](?!\w))"
)
