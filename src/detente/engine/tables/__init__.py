"""Existing event tables into a store: a file a format, each turning a row into an event without an article."""

from __future__ import annotations

from detente.engine.tables.importing import import_tables

__all__ = ["import_tables"]
