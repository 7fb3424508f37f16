"""Work that goes on beside the caller's, for what does not hold the interpreter up meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")


def beside(work: Callable[[], T]) -> Future[T]:
    """Begin `work` in a thread of its own; the future has its result, or raises what it raised.

    A pool would keep its threads when there is nothing to do, lack them in a forked process, and take no work once the main thread has ended,
    while others go on. Where no thread is to be had the work is done at once.
    """
    from concurrent.futures import Future

    future: Future[T] = Future()

    def worked() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # it is the caller's, who asks for the result
            future.set_exception(error)

    try:
        Thread(target=worked, name="encoder").start()
    except RuntimeError:
        worked()
    return future
