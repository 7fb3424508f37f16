"""Speed, memory and size: python benchmarks/run.py ARTICLE|FOLDER [--repeat N] prints a Markdown table.

Each figure is measured in a process of its own. Times are medians of N runs after a first one, except for start-up and
loading, which are medians of N processes. Encoder: the ONNX session's run; the rest of coding is everything else: on the clock the seconds in
which the encoder does not run (it runs on every core, all else on one, some of it meanwhile), and all other seconds of the processor, those that
the main thread has meanwhile among them. Of a folder all articles are coded one after the other.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

LOADING = """
import json, resource, sys, threading, time
begin = time.perf_counter()
from detente import Coder, read
coder = Coder()
coder.model, coder.codebook, coder.resolver
articles = list(read(sys.argv[1]))
loaded = time.perf_counter() - begin
first = time.perf_counter(); coder.code(articles[0]); first = time.perf_counter() - first
session, inside = coder.model._session, []
clock = time.pthread_getcpuclockid(threading.main_thread().ident) if hasattr(time, "pthread_getcpuclockid") else None
def now():
    beside = threading.current_thread() is not threading.main_thread() and clock is not None
    return time.perf_counter(), time.process_time() - (time.clock_gettime(clock) if beside else 0.0)
class Timed:
    def run(self, *arguments):
        begin = now()
        try:
            return session.run(*arguments)
        finally:
            inside.append([end - start for start, end in zip(begin, now())])
object.__setattr__(coder.model, "_session", Timed())
runs = []
for _ in range(int(sys.argv[2])):
    inside.clear()
    begin = time.perf_counter(), time.process_time()
    for article in articles:
        coder.code(article)
    whole = time.perf_counter() - begin[0], time.process_time() - begin[1]
    runs.append([(one, sum(part)) for one, part in zip(whole, zip(*inside))])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
print(json.dumps({"loaded": loaded, "first": first, "runs": runs, "peak": peak, "words": sum(len(article.text.split()) for article in articles)}))
"""


def wall(command: list[str]) -> float:
    """Seconds that a command takes."""
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def installed(folder: Path) -> float:
    """Megabytes (10^6 bytes) of a folder, links not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) / 1e6


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", type=Path)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--environment", type=Path, default=Path(sysconfig.get_path("purelib")), help="folder whose size is the installed size")
    options = parser.parse_args()
    start = [wall([sys.executable, "-m", "detente", "--help"]) for _ in range(options.repeat + 1)][1:]
    call = [sys.executable, "-c", LOADING, str(options.article), str(options.repeat)]
    found = [json.loads(subprocess.run(call, capture_output=True, text=True, check=True).stdout) for _ in range(options.repeat)]
    runs = [run for one in found for run in one["runs"]]
    whole = statistics.median(run[0][0] for run in runs)
    clock, processor = (statistics.median(1 - run[at][1] / run[at][0] for run in runs) for at in range(2))
    rows = {
        "`detente --help`": f"{statistics.median(start):.2f} s",
        "loading (model, codebook, tables)": f"{statistics.median(one['loaded'] for one in found):.2f} s",
        f"coding {options.article.name} ({found[0]['words']} words), first": f"{statistics.median(one['first'] for one in found):.2f} s",
        "coding it again": f"{whole:.3f} s",
        "share of that outside the encoder, on the clock": f"{clock:.0%}",
        "the same in processor time": f"{processor:.0%}",
        "peak memory": f"{max(one['peak'] for one in found):.0f} MiB",
        "installed size of the environment": f"{installed(options.environment):.0f} MB",
    }
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, medians of {options.repeat}.\n")
    print("| what | figure |\n|---|--:|")
    for name, figure in rows.items():
        print(f"| {name} | {figure} |")


if __name__ == "__main__":
    main()
