"""What a page raises where there is nothing to show: an error that names it, with the status of the answer.

What always holds: the words are one line that a user can act on.
"""

from __future__ import annotations

from typing import NoReturn

from testimonia.model.errors import TestimoniaError


class MissingError(TestimoniaError):
    """The case holds no such thing; answered with 404."""


class RefusedError(TestimoniaError):
    """What was asked cannot be done; answered with 422."""


def missing(what: str, identifier: str) -> NoReturn:
    """Raises ``MissingError``."""
    shown = repr(identifier[:80])
    raise MissingError(f"This case holds no {what} with the id {shown}. It may have been read or compared anew.")
