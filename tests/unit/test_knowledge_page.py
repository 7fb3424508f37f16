"""The blocks of docs/knowledge.md run as they stand, one after another in one folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from detente.knowledge.schema import TABLES

BLOCK = re.compile(r"<!-- run: shell -->\n```\w+\n(.*?)```", re.DOTALL)


def test_blocks_run(root: Path, tmp_path: Path) -> None:
    blocks = BLOCK.findall((root / "docs/knowledge.md").read_text(encoding="utf-8"))
    assert len(blocks) >= 3
    command = tmp_path / "bin" / "detente"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m detente "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    path = os.pathsep.join((str(command.parent), os.environ["PATH"]))
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(root / "src"), "PYTHONIOENCODING": "utf-8", "DETENTE_KNOWLEDGE": str(tmp_path / "own")}
    told = ""
    for block in blocks:
        done = subprocess.run(["sh", "-eu", "-c", block], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False)
        assert done.returncode == 0, (block, done.stderr)
        told += done.stdout
    for answer in ("Peter Okello", "group:RIVER_FRONT", "Joan Atieno", "0 errors"):
        assert answer in told


def test_every_table_is_described(root: Path) -> None:
    text = (root / "docs/knowledge.md").read_text(encoding="utf-8")
    for table in TABLES.values():
        for file in table.shipped:
            assert f"`{file}`" in text, file
        assert " ".join(table.columns) in text, table.name
