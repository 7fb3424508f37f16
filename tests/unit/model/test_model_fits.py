"""Fits kept beside a model's weights."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from detente.errors import DetenteError
from detente.model.fits import read_fit


class Weights(msgspec.Struct, frozen=True):
    weights: tuple[float, ...]


def read(path: Path) -> Weights | None:
    return read_fit(path, Weights, lambda fit: len(fit.weights) == 2)


def test_a_folder_may_lack_a_fit(tmp_path: Path) -> None:
    assert read(tmp_path / "days.json") is None


def test_a_fit_that_suits_is_read(tmp_path: Path) -> None:
    (tmp_path / "days.json").write_text('{"weights": [1, 2.5]}')
    assert read(tmp_path / "days.json") == Weights((1.0, 2.5))


@pytest.mark.parametrize("written", ['{"weights": [1]}', '{"weight": 1}', "[", ""])
def test_a_fit_of_another_version_is_named_with_what_to_do(tmp_path: Path, written: str) -> None:
    (tmp_path / "days.json").write_text(written)
    with pytest.raises(DetenteError, match=r"days\.json: fitted for another version\. Use a model folder"):
        read(tmp_path / "days.json")
