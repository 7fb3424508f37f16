"""The README's shell and Python blocks run as they stand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BLOCK = re.compile(r"<!-- run: (\w+) -->\n```\w+\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("kind", ["shell", "python"])
def test_block_runs(kind: str, root: Path, tmp_path: Path) -> None:
    blocks = dict(BLOCK.findall((root / "README.md").read_text(encoding="utf-8")))
    shutil.copytree(root / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("*.html"))
    command = tmp_path / "bin" / "detente"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m detente "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    path = os.pathsep.join((str(command.parent), os.environ["PATH"]))
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(root / "src"), "PYTHONIOENCODING": "utf-8"}
    call = ["sh", "-eu", "-c", blocks[kind]] if kind == "shell" else [sys.executable, "-c", blocks[kind]]
    done = subprocess.run(call, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout
    if kind == "shell":
        for name in ("brief.html", "events.csv", "coded.jsonl", "codebook.md", "schema.json"):
            assert (tmp_path / name).stat().st_size > 100, name


def test_commands_of_the_readme_exist(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    for name in re.findall(r"\(([\w./-]+\.(?:md|png|json))\)|`([\w./-]+\.(?:md|cff|json))`", text):
        path = next(filter(None, name))
        if path not in ("docs/brief.png", "docs/results.md") and "/" in path:
            assert (root / path).is_file(), path
