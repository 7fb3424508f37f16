"""Coding time and memory by an article's length: python benchmarks/length.py [--sizes 50,200,500,1000] prints a Markdown table.

The text is news: the training articles of the corpus one after the other, again from the start where they end. Each size (thousands of code
points) is coded in a process of its own on one core, after a short text; seconds are those of the processor.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

CORPUS = Path(__file__).parents[1] / "corpus" / "train"

CODING = """
import json, resource, sys, time
from itertools import cycle, islice
from detente import Article, Coder
from detente.evaluate.corpus import load_split
size, text = int(sys.argv[2]), ""
parts = cycle([pair.article.text.strip() for pair in load_split(sys.argv[1])])
while len(text) < size:
    text += next(parts) + "\\n\\n"
coder = Coder(threads=1)
coder.code(Article(id="short", text=text[:3000], published="2024-05-01"))
session, inside = coder.model._session, []
class Timed:
    def run(self, *arguments):
        begin = time.thread_time()
        try:
            return session.run(*arguments)
        finally:
            inside.append(time.thread_time() - begin)
object.__setattr__(coder.model, "_session", Timed())
begin = time.process_time()
coded = coder.code(Article(id="long", text=text[:size], published="2024-05-01"))
whole = time.process_time() - begin
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
print(json.dumps({"whole": whole, "encoder": sum(inside), "events": len(coded.events), "peak": peak}))
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="50,200,500,1000", help="thousands of code points")
    options = parser.parse_args()
    print("| code points | seconds | of these the encoder | a thousand code points | outside the encoder | events | peak memory |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    for size in (int(one) * 1000 for one in options.sizes.split(",")):
        call = [sys.executable, "-c", CODING, str(CORPUS), str(size)]
        found = json.loads(subprocess.run(call, capture_output=True, text=True, check=True).stdout)
        each, outside = (seconds / size * 1e6 for seconds in (found["whole"], found["whole"] - found["encoder"]))
        cells = (f"{size:,}", f"{found['whole']:.1f}", f"{found['encoder']:.1f}", f"{each:.0f} ms", f"{outside:.0f} ms", str(found["events"]))
        print("| " + " | ".join(cells) + f" | {found['peak']:.0f} MiB |", flush=True)


if __name__ == "__main__":
    main()
