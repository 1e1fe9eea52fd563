"""How firmly a source presents what it tells, in FactBank's seven values (Sauri and Pustejovsky 2009)."""

from __future__ import annotations

from enum import StrEnum


class Factuality(StrEnum):
    """Certainty (CT certain, PR probable, PS possible) with polarity, or ``Uu``: not committed."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    UNCOMMITTED = "Uu"
    POSSIBLY_NOT = "PS-"
    PROBABLY_NOT = "PR-"
    CERTAINLY_NOT = "CT-"

    @property
    def polarity(self) -> int:
        """+1, -1, or 0 where the source takes no side."""
        return {"+": 1, "-": -1}.get(self.value[-1], 0)

    @property
    def certainty(self) -> int:
        """3 certain, 2 probable, 1 possible, 0 uncommitted."""
        return {"CT": 3, "PR": 2, "PS": 1}.get(self.value[:2], 0)

    def negated(self) -> Factuality:
        """The same certainty with the other polarity; ``Uu`` stays ``Uu``."""
        if not self.polarity:
            return self
        return Factuality(self.value[:2] + ("-" if self.polarity > 0 else "+"))

    def at_most(self, certainty: int) -> Factuality:
        """The same polarity with certainty lowered to ``certainty`` (0 to 3) where it is higher."""
        if self.certainty <= certainty:
            return self
        if certainty <= 0:
            return Factuality.UNCOMMITTED
        return Factuality({3: "CT", 2: "PR", 1: "PS"}[certainty] + self.value[-1])


class Tense(StrEnum):
    """When the telling places the happening, relative to the telling."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
