"""The README and the pages of docs: every block marked to run does, one after another in one folder, and what they name is there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from detente.knowledge.schema import TABLES

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"<!-- run: (\w+) -->\n```\w+\n(.*?)```", re.DOTALL)
PAGES = {path.relative_to(ROOT).as_posix(): BLOCK.findall(path.read_text(encoding="utf-8")) for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))}
# What a page's blocks write, or say, beyond not failing.
WRITTEN = {"README.md": ("brief.html", "events.csv", "coded.jsonl", "codebook.md", "schema.json", "crisis.html")}
SAID = {
    "docs/status.md": ("planned for 14 March 2031", "held <- planned 2031-03-21", "postponed <- planned 2031-03-14", "through Radio Cordillera"),
    "docs/knowledge.md": ("Peter Okello", "group:RIVER_FRONT", "Joan Atieno", "0 errors")}


def environment(folder: Path) -> dict[str, str]:
    """With a command `detente` that is this checkout, and facts of one's own in the folder."""
    command = folder / "bin" / "detente"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m detente "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    path = os.pathsep.join((str(command.parent), os.environ["PATH"]))
    own = str(folder / "own")
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8", "DETENTE_KNOWLEDGE": own}


def test_the_pages_that_show_commands_have_blocks() -> None:
    shown = {page for page, blocks in PAGES.items() if blocks}
    assert shown >= {"README.md", "docs/knowledge.md", "docs/store.md", "docs/stories.md", "docs/series.md", "docs/status.md"}


@pytest.mark.parametrize("page", [page for page, blocks in PAGES.items() if blocks])
def test_blocks_run(page: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("*.html"))
    around, told = environment(tmp_path), ""
    for kind, block in PAGES[page]:
        call = ["sh", "-eu", "-c", block] if kind == "shell" else [sys.executable, "-c", block]
        done = subprocess.run(call, cwd=tmp_path, env=around, capture_output=True, encoding="utf-8", timeout=300, check=False)
        assert done.returncode == 0, f"{block}\n{done.stderr}"
        told += done.stdout
    assert told
    for name in WRITTEN.get(page, ()):
        assert (tmp_path / name).stat().st_size > 100, name
    for words in SAID.get(page, ()):
        assert words in told


def test_files_that_the_readme_names_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in re.findall(r"\(([\w./-]+\.(?:md|png|json))\)|`([\w./-]+\.(?:md|cff|json))`", text):
        path = next(filter(None, name))
        if path not in ("docs/brief.png", "docs/results.md") and "/" in path:
            assert (ROOT / path).is_file(), path


def test_every_table_of_facts_is_described() -> None:
    text = (ROOT / "docs/knowledge.md").read_text(encoding="utf-8")
    for table in TABLES.values():
        for file in table.shipped:
            assert f"`{file}`" in text, file
        assert " ".join(table.columns) in text, table.name
