"""Coding in processes of this machine: a pool of workers, each with the model loaded once, that survives the death of one."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import IO, cast

import msgspec

from detente.engine.worker import Failure, Outcome, Ready, Setup, receive, send
from detente.errors import UsageError
from detente.records import Article, CodedArticle

#: Seconds for one article; a text that takes longer is set aside.
PATIENCE = 300.0
_WINDOW = 16  # articles on their way, a worker: enough that none waits while a batch is stored


class Pool:
    """Worker processes that code articles.

    Args:
        workers: how many processes.
        setup: how to code; the processor's threads are shared out among the workers.
        patience: seconds for one article.

    Raises:
        UsageError: when it starts, if the codebook is wrong.
    """

    def __init__(self, workers: int = 1, setup: Setup | None = None, *, patience: float = PATIENCE) -> None:
        threads = max(1, (os.cpu_count() or 1) // workers)
        self._setup = msgspec.structs.replace(setup or Setup(), threads=threads)
        self._patience, self._workers = patience, workers
        self._idle: deque[_Worker] = deque()

    def __enter__(self) -> Pool:
        self._idle = deque(_Worker(self._setup, self._patience) for _ in range(self._workers))
        try:
            self.ready = [worker.wait() for worker in self._idle][0]
        except UsageError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._idle:
            worker.stop()

    def code(self, articles: Iterable[Article]) -> Iterator[tuple[Article, CodedArticle | Failure]]:
        """Each article with what became of it, in the order given; a few are read ahead."""
        waiting: deque[tuple[Article, Future[Outcome]]] = deque()
        with ThreadPoolExecutor(self._workers) as threads:
            for article in articles:
                waiting.append((article, threads.submit(self._one, article)))
                if len(waiting) >= _WINDOW * self._workers:
                    yield self._taken(*waiting.popleft())
            while waiting:
                yield self._taken(*waiting.popleft())

    def _one(self, article: Article) -> Outcome:
        worker = self._idle.popleft()
        try:
            return worker.code(article)
        finally:
            self._idle.append(worker)

    @staticmethod
    def _taken(article: Article, future: Future[Outcome]) -> tuple[Article, CodedArticle | Failure]:
        outcome = future.result()
        return article, outcome.coded or outcome.failure or Failure(f"{article.id}: nothing came back.")


class _Worker:
    """One process; a dead one is started again for the next article."""

    def __init__(self, setup: Setup, patience: float) -> None:
        self._setup, self._patience = setup, patience
        self._process = self._start()
        self._ready: Ready | None = None

    def _start(self) -> subprocess.Popen[bytes]:
        # A process group of its own: Ctrl-C reaches the parent alone, which ends the workers when it is done.
        # It finds this very package, and nothing that happens to lie in the working folder (-P).
        path = os.pathsep.join(filter(None, (str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH"))))
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "detente.engine.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            process_group=0 if os.name == "posix" else None,
            env={**os.environ, "PYTHONPATH": path},
        )
        send(cast("IO[bytes]", process.stdin), self._setup)
        return process

    def wait(self) -> Ready:
        """What the worker works with, when it has loaded.

        Raises:
            UsageError: it cannot work.
        """
        try:
            ready = receive(cast("IO[bytes]", self._process.stdout), Ready)
        except EOFError:
            raise UsageError("A worker process did not start.", "Try `detente code` on one article to see why.", "worker") from None
        if ready.failure:
            raise UsageError(ready.failure.message, ready.failure.hint, ready.failure.code)
        self._ready = ready
        return ready

    def code(self, article: Article) -> Outcome:
        """What becomes of an article. If the process dies it is tried once more alone; then it is the article's fault."""
        for _ in range(2):
            if self._ready is None:
                self._process = self._start()
                self.wait()
            late = threading.Timer(self._patience, self._process.kill)
            late.start()
            try:
                send(cast("IO[bytes]", self._process.stdin), article)
                return receive(cast("IO[bytes]", self._process.stdout), Outcome)
            except (EOFError, OSError):
                slow = not late.is_alive()
                self.stop()
                if slow:
                    hint = "Shorten the text, or code it alone with: detente code."
                    return Outcome(failure=Failure(f"{article.id}: coding took longer than {self._patience:g} seconds.", hint, "time"))
            finally:
                late.cancel()
        return Outcome(failure=Failure(f"{article.id}: the process that coded it died, twice.", "Please report the text.", "crash"))

    def stop(self) -> None:
        """End the process."""
        self._ready = None
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()
        self._process.kill()
        self._process.wait()
