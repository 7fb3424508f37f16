"""A meeting that a piece tells as held and as planned is shown once, whichever of the two the piece tells first."""

from __future__ import annotations

import pytest

from detente import Coder
from detente.records import Article, Update

LEAD = """Norway, Chile hold cod talks in Lisbon on March 14

Norwegian President Astrid Hovland and Chilean President Rodrigo Baeza held talks in Lisbon on Friday, both sides said.

The meeting lasted two hours and ended without a statement.

Chilean foreign ministry spokeswoman Ana Varela had announced on Monday (March 10) that the two presidents would meet on Friday (March 14).
"""
BEHIND = """Kenyan, Tanzanian ministers meet over ferry

NAIROBI, June 20 (Lake Wire) - Kenyan Foreign Minister Peter Odhiro met Tanzanian Foreign Minister Neema Lusinde in Mwanza on Thursday, June 19.

The ferry has been idle since May, and fish rots on the pier.

Odhiro was to meet Lusinde on June 19, his office had announced on Tuesday (June 17).
"""
HEADLINE = """Hovland-Varga video summit on Sept. 3 amid gas dispute

Hungarian President Béla Varga is set to meet virtually with Norwegian President Astrid Hovland on Wednesday (Sept. 3), the presidency in Budapest announced on Monday (Sept. 1).

Gas prices have doubled since spring, and both capitals blame the weather.

"""
LATER = """UPDATE 03/09/2031
At the beginning of the video call, Varga thanked Hovland. Hovland and Varga discussed pipelines.
"""


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(threads=1)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [(LEAD, "2031-03-14", "2031-03-14"), (BEHIND, "2031-06-20", "2031-06-19"), *((HEADLINE + LATER, f"2031-09-0{n}", "2031-09-03") for n in (1, 2, 3, 4))],
)
def test_a_meeting_is_held_as_planned(coder: Coder, text: str, published: str, day: str) -> None:
    updates = (Update(len(HEADLINE), "2031-09-03"),) if text.startswith(HEADLINE) else ()
    coded = coder.code(Article(id="piece", text=text, published=published, updates=updates))
    met = [event for event in coded.events if event.act == "CONSULT" and event.date.first == event.date.last == day]
    held, plan = sorted(met, key=lambda event: event.status)
    assert (held.status, plan.status) == ("happened", "planned")
    assert [(link.event, link.kind) for link in held.links] == [(plan.id, "held")]
    assert not plan.links
    assert len(held.actors + held.recipients) == len(plan.actors + plan.recipients) == 2
