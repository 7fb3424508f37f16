"""The brief as JSON: the summary in a stable form, then the coded record as `detente code` prints it."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from detente.brief.model import View
from detente.brief.view import view
from detente.records import CodedArticle, Record

SCHEMA = "detente-brief/1"
_LONE = re.compile("[\ud800-\udfff]")


class Document(Record, frozen=True, kw_only=True):
    """The document: `schema` names its form, `brief` is worded for people, `coded` the record behind it."""

    schema: str = SCHEMA
    brief: View
    coded: CodedArticle


def render(coded: CodedArticle) -> str:
    """`coded` as an indented JSON document."""
    document = Document(brief=view(coded), coded=coded)
    try:
        data = msgspec.json.encode(document)
    except UnicodeEncodeError:
        # Half of a surrogate pair has no place in UTF-8; replaced one for one, all offsets hold.
        data = msgspec.json.encode(_whole(msgspec.to_builtins(document)))
    return msgspec.json.format(data, indent=2).decode() + "\n"


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return _LONE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    return [_whole(item) for item in value] if isinstance(value, list | tuple) else value
