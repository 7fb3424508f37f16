"""The blocks of the pages on stories and series run as they stand, the shell's before Python's."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BLOCK = re.compile(r"<!-- run: (\w+) -->\n```\w+\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("page", ["stories.md", "series.md"])
def test_blocks_run(page: str, root: Path, tmp_path: Path) -> None:
    blocks = dict(BLOCK.findall((root / "docs" / page).read_text(encoding="utf-8")))
    shutil.copytree(root / "examples" / "crisis", tmp_path / "examples" / "crisis")
    command = tmp_path / "bin" / "detente"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m detente "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    path = os.pathsep.join((str(command.parent), os.environ["PATH"]))
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(root / "src"), "PYTHONIOENCODING": "utf-8"}
    for call in (["sh", "-eu", "-c", blocks["shell"]], [sys.executable, "-c", blocks["python"]]):
        done = subprocess.run(call, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False)
        assert done.returncode == 0, done.stderr
        assert done.stdout
