from __future__ import annotations

from testimonia.model.claim import SourceKind
from testimonia.model.dispute import DisputeKind
from tests.compare.telling import compared, of_kind, only, strike
from tests.factories import Telling


def test_tolls_keep_each_sources_number_and_choose_none() -> None:
    comparison = compared(
        strike("Valley Post", "Jets bombed the clinic", 14), strike("Coast Daily", "Jets bombed the clinic", 27)
    )
    (toll,) = comparison.tolls
    assert (toll.low, toll.high, toll.victims) == (14, 27, "people")
    assert sorted((source.name, source.low) for source in toll.sources) == [("Coast Daily", 27), ("Valley Post", 14)]


def test_two_sources_within_one_account_can_differ() -> None:
    text = "Jets bombed Darkush on 26 April. The Valley Monitor said ten people died, the White Cross said eight died."
    telling = Telling("Valley Post", text)
    for words, number, count, source in (
        ("ten people died", "ten people", 10, ("valley-monitor", "Valley Monitor")),
        ("eight died", "eight", 8, ("white-cross", "White Cross")),
    ):
        telling.claim(words, place="Darkush", on="2016-04-26", figures=[telling.figure(number, count)], source=source)
    dispute = only(compared(telling), DisputeKind.TOLL)
    assert sorted(answer.value for answer in dispute.answers) == ["10", "8"]


def test_a_headline_that_drops_at_least_does_not_contradict_its_lead() -> None:
    text = "Jets kill 14 in Darkush. At least 14 people died in the strike on Darkush on 26 April."
    one = Telling("Valley Post", text)
    one.claim("Jets kill 14 in Darkush", place="Darkush", on="2016-04-26", figures=[one.figure("14", 14)])
    one.claim(
        "At least 14 people died in the strike on Darkush on 26 April", place="Darkush", on="2016-04-26",
        figures=[one.figure("At least 14 people", 14, open_ended=True)],
    )  # fmt: skip
    comparison = compared(one, strike("Coast Daily", "Jets bombed the clinic", 27))
    assert not of_kind(comparison, DisputeKind.TOLL)


def test_a_number_that_an_account_repeats_and_does_not_believe_replaces_no_other() -> None:
    text = "Jets bombed Darkush on 26 April. Sixty died, they say. We counted twenty dead."
    doubter = Telling("Hill Review", text, "2016-04-29")
    doubter.claim("Jets bombed Darkush on 26 April", place="Darkush", on="2016-04-26", acled="Air/drone strike")
    doubter.claim(
        "Sixty died", place="Darkush", on="2016-04-26", figures=[doubter.figure("Sixty", 60)],
        source=("case:they", "they"), source_kind=SourceKind.UNNAMED,
    )  # fmt: skip
    doubter.claim("twenty dead", place="Darkush", on="2016-04-26", figures=[doubter.figure("twenty", 20)])
    dispute = only(compared(strike("Valley Post", "Jets bombed the clinic", 50), doubter), DisputeKind.TOLL)
    assert {"50", "20"} <= {answer.value for answer in dispute.answers}
