"""The blocks of docs/store.md run as they stand, one after another in one folder."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

BLOCK = re.compile(r"<!-- run: (\w+) -->\n```\w+\n(.*?)```", re.DOTALL)


def test_the_blocks_of_the_store_page_run(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("*.html"))
    command = tmp_path / "bin" / "detente"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m detente "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    environment = {**os.environ, "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(root / "src"), "PYTHONIOENCODING": "utf-8"}
    blocks = BLOCK.findall((root / "docs" / "store.md").read_text(encoding="utf-8"))
    assert [kind for kind, _ in blocks] == ["shell"] * 4 + ["python"]
    for kind, block in blocks:
        call = ["sh", "-eu", "-c", block] if kind == "shell" else [sys.executable, "-c", block]
        done = subprocess.run(call, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False)
        assert done.returncode == 0, f"{block}\n{done.stderr}"
        assert done.stdout
