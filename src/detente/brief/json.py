"""The brief as JSON: the summary in a stable form, then the coded record as `detente code` prints it."""

from __future__ import annotations

import msgspec

from detente.brief.model import View
from detente.brief.view import view
from detente.records import CodedArticle, Record

SCHEMA = "detente-brief/1"


class Document(Record, frozen=True, kw_only=True):
    """The document: `schema` names its form, `brief` is worded for people, `coded` the record behind it."""

    schema: str = SCHEMA
    brief: View
    coded: CodedArticle


def render(coded: CodedArticle) -> str:
    """`coded` as an indented JSON document."""
    data = msgspec.json.encode(Document(brief=view(coded), coded=coded))
    return msgspec.json.format(data, indent=2).decode() + "\n"
