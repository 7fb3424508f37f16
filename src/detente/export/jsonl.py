"""The contract: one coded article a line, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from detente.errors import InputError
from detente.export.form import Item, LineFormat, Options, bad_row
from detente.records import CodedArticle


class _Jsonl(LineFormat):
    name = "jsonl"

    def items(self, coded: Iterable[CodedArticle], options: Options) -> Iterator[Item]:
        yield from coded

    def lines(self, items: Iterable[Item], options: Options) -> Iterator[str]:
        encoder = msgspec.json.Encoder()
        for item in items:
            yield encoder.encode(item).decode("utf-8") + "\n"

    def parse(self, lines: Iterable[str], source: str) -> Iterator[Item | InputError]:
        decoder = msgspec.json.Decoder(CodedArticle)
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                yield decoder.decode(line)
            except msgspec.ValidationError as error:
                yield bad_row(source, number, f"not a coded article ({error})")
            except msgspec.DecodeError as error:
                yield bad_row(source, number, f"not JSON ({error})")


FORMAT = _Jsonl()
