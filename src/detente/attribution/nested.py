"""Quotations within quotations, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.attribution.draft import Extent
from detente.attribution.nearby import Near
from detente.attribution.owners import within
from detente.attribution.quotes import Quotation, inner

# Between a cue and a quotation within a quotation: who heard it, or who said it.
_LEADS = re.compile(r"[,:]?\s+(?:[\w’'-]+\s+){0,3}?(?:[\w’'-]+[,:]\s+)?")
_FOLLOWS = re.compile(r"\s*(?:[\w’'-]+\s+){1,3}")
# What somebody did say; what one "can say", "says" or "would say" is an example.
_TOLD = re.compile(
    r"\b(?:said|told|asked|answered|replied|wrote|shouted|yelled|added|responded|warned|texted|tweeted|cried|announced|declared)\b"
)
LEAST_AROUND = 20  # characters of a quotation with another one in it


def nest(text: str, quotes: Sequence[Quotation], drafts: Near) -> list[Quotation]:
    """Quotations within quotations that have a cue right beside them, which is given them in place."""
    found = []
    for quote in quotes:
        if quote.end - quote.start < LEAST_AROUND:
            continue
        told = [d for d in drafts.around((quote.start, quote.end)) if d.cue and within(d.cue, (quote.start, quote.end))]
        for one in inner(text, quote):
            beside = (d for d in told if d.cue and d.speaker and not d.parts and _TOLD.search(text, *d.cue) and _adjoins(text, d.cue, one))
            if teller := next(beside, None):
                teller.parts.append((one.start, one.end))
                found.append(one)
    return found


def _adjoins(text: str, cue: Extent, quote: Quotation) -> bool:
    """Whether nothing but a comma and who speaks or hears stands between a cue and a quotation."""
    if cue[1] <= quote.opened:
        return bool(_LEADS.fullmatch(text, cue[1], quote.opened))
    return bool(_FOLLOWS.fullmatch(text, quote.shut, cue[0]))
