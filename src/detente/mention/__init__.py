"""Mentions of actors and which of them are one identity."""

from __future__ import annotations

from detente.mention.candidates import Candidate, candidates
from detente.mention.sieve import Chain, mentions, resolve

__all__ = ["Candidate", "Chain", "candidates", "mentions", "resolve"]
