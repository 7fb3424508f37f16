"""Mentions of actors and which of them are one identity."""

from __future__ import annotations

from detente.mention.candidates import Candidate, candidates
from detente.mention.chain import Chain
from detente.mention.sieve import mentions, resolve

__all__ = ["Candidate", "Chain", "candidates", "mentions", "resolve"]
