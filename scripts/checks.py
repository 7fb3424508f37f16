"""All checks of the project, one after another; pytest comes last, so that its closing line is the last word.

    scripts/test [-k WORD ...]      further arguments go to pytest

With DETENTE_CI_FULL=1 a missing browser is a failure instead of something left out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
FULL = os.environ.get("DETENTE_CI_FULL") == "1"
PYTHON = sys.executable
CORPUS = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "corpus").glob("*/*.txt"))
SHEETS = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "corpus").glob("*/sheets/*.tsv"))
MEASURED = ["--corpus", "corpus/test", "--corpus", "corpus/actors"]
CHECKS = {
    "style (ruff)": [PYTHON, "-m", "ruff", "check", "--quiet", "."],
    "types (mypy)": [PYTHON, "-m", "mypy", "--no-error-summary"],
    "imports (import-linter)": [PYTHON, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    "corpus is well formed": [PYTHON, "-m", "detente.evaluate.inline", *CORPUS],
    "sheets are well formed": [PYTHON, "-m", "detente.evaluate.sheet", *SHEETS],
    "tables of facts": [PYTHON, "-m", "detente", "knowledge", "check"],
    "figures over their floors": [PYTHON, "-m", "detente", "evaluate", *MEASURED, "--floors", "docs/floors.json"],
}


def left_out() -> list[str]:
    """What this machine cannot check, with the reason."""
    reasons = []
    if not (shutil.which("chromedriver") and (shutil.which("chromium") or shutil.which("chromium-browser"))):
        reasons.append("browser tests: chromium and chromedriver are not installed")
    if not os.environ.get("DETENTE_DATA"):
        reasons.append("measured sets: their data are no part of the project (set DETENTE_DATA to their folder)")
    return reasons


def run(name: str, command: list[str]) -> bool:
    """Run one check; its output is shown if it fails."""
    begin = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    passed = done.returncode == 0
    print(f"{'ok    ' if passed else 'FAILED'} {name}  {time.monotonic() - begin:.0f} s", flush=True)
    if not passed:
        print(done.stdout, flush=True)
    return passed


def main() -> int:
    """Run everything, even after a failure, and answer 1 if anything failed."""
    missing = left_out()
    failed = [name for name, command in CHECKS.items() if not run(name, command)]
    if FULL and any(reason.startswith("browser") for reason in missing):
        failed.append("browser tests must run here, but chromium is missing")
    if data := os.environ.get("DETENTE_DATA"):
        subprocess.run([PYTHON, "-m", "detente", "evaluate", "--data", data], cwd=ROOT, check=False)
    for reason in missing:
        print(f"left out: {reason}")
    for name in failed:
        print(f"FAILED: {name}")
    sys.stdout.flush()
    tests = subprocess.run([PYTHON, "-m", "pytest", "-q", "--no-header", *sys.argv[1:]], cwd=ROOT, check=False)
    return 1 if failed or tests.returncode else 0


if __name__ == "__main__":
    raise SystemExit(main())
