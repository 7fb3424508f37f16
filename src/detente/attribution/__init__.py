"""Who says so: statements with their speakers, cues and outlets."""

from __future__ import annotations

from detente.attribution.draft import Draft
from detente.attribution.quotes import Quotation, quotations
from detente.attribution.statements import draft_statements

__all__ = ["Draft", "Quotation", "draft_statements", "quotations"]
