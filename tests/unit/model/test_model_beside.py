"""Work beside the caller's: its result or error comes back, and no thread stays."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from detente.model.beside import beside

LATE = """
from threading import Thread, main_thread
from detente.model.beside import beside

def late():
    main_thread().join()
    print(beside(lambda: "done").result())

Thread(target=late).start()
"""


def test_the_result_comes_back_from_another_thread_that_then_ends() -> None:
    before = threading.active_count()
    worker = beside(threading.current_thread).result(timeout=60)
    worker.join(timeout=60)
    assert worker is not threading.current_thread()
    assert threading.active_count() <= before


def test_an_error_is_raised_where_the_result_is_asked_for() -> None:
    future = beside(lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        future.result(timeout=60)


def test_work_is_taken_after_the_main_thread_has_ended() -> None:
    done = subprocess.run([sys.executable, "-c", LATE], capture_output=True, text=True, timeout=60, check=True)
    assert (done.stdout, done.stderr) == ("done\n", "")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems may refuse the size itself")
def test_work_is_done_at_once_where_no_thread_is_to_be_had() -> None:
    before = threading.stack_size(1 << 47)  # more than there are addresses for
    try:
        future = beside(threading.current_thread)
    finally:
        threading.stack_size(before)
    assert future.result(timeout=0) is threading.current_thread()
