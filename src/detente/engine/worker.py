"""A worker process: articles in on standard input, coded articles out on standard output, until the input ends.

A frame is four bytes of length (big-endian) and MessagePack. The first frame in is `Setup`, the first out `Ready`; then each article is
answered by an `Outcome`. Whoever started the process may die at any moment: the input then ends, and so does the worker.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import IO, TypeVar

import msgspec

from detente.errors import DetenteError, InputError
from detente.records import Article, CodedArticle

_LENGTH = 4
T = TypeVar("T")


class Setup(msgspec.Struct, frozen=True):
    """How to code; the arguments of `detente.Coder`."""

    codebook: str = "plover"
    min_confidence: float = 0.0
    force: bool = False
    threads: int = 1


class Failure(msgspec.Struct, frozen=True):
    """An error with its remedy and its code."""

    message: str
    hint: str = ""
    code: str = "error"

    @staticmethod
    def of(error: DetenteError) -> Failure:
        """The failure that an error tells of."""
        return Failure(error.message, error.hint, error.code)

    def error(self) -> InputError:
        """The failure as an error."""
        return InputError(self.message, self.hint, self.code)


class Ready(msgspec.Struct, frozen=True):
    """The model and the codebook with its version, or why the worker cannot work."""

    model: str = ""
    codebook: str = ""
    failure: Failure | None = None


class Outcome(msgspec.Struct, frozen=True):
    """What became of an article."""

    coded: CodedArticle | None = None
    failure: Failure | None = None


def send(stream: IO[bytes], value: msgspec.Struct) -> None:
    """Write one frame."""
    data = msgspec.msgpack.encode(value)
    stream.write(len(data).to_bytes(_LENGTH, "big") + data)
    stream.flush()


def receive(stream: IO[bytes], kind: type[T]) -> T:
    """Read one frame.

    Raises:
        EOFError: the stream ended.
    """
    size = int.from_bytes(_exactly(stream, _LENGTH), "big")
    return msgspec.msgpack.decode(_exactly(stream, size), type=kind)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise EOFError
    return data


def main() -> None:
    """Work until the input ends. Whatever a library prints goes to standard error, so that it cannot break a frame."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        _work(sys.stdin.buffer, out)
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        os._exit(0)


def _work(source: IO[bytes], out: IO[bytes]) -> None:
    from detente.coder import Coder
    from detente.engine.label import label

    setup = receive(source, Setup)
    coder = Coder(setup.codebook, min_confidence=setup.min_confidence, force=setup.force, threads=setup.threads)
    try:
        ready = Ready(coder.model.name, label(coder.codebook))
    except DetenteError as error:
        send(out, Ready(failure=Failure.of(error)))
        return
    send(out, ready)
    while True:
        send(out, _outcome(coder.code, receive(source, Article)))


def _outcome(code: Callable[[Article], CodedArticle], article: Article) -> Outcome:
    try:
        return Outcome(code(article))
    except DetenteError as error:
        return Outcome(failure=Failure.of(error))
    except Exception as error:  # one article must not end the batch; its reason is kept with it
        return Outcome(failure=Failure(f"{article.id}: could not be coded ({type(error).__name__}: {error}).", "Please report it.", "coder"))


if __name__ == "__main__":
    main()
