"""Average the weights of runs that began with the same weights and went on apart ("model soup", Wortsman et al. 2022).

    python -m training.average --runs runs/one runs/two --out runs/both
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor


def average(weights: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each tensor, in its own precision.

    Raises:
        ValueError: the runs have other tensors.
    """
    if any(one.keys() != weights[0].keys() for one in weights):
        raise ValueError("The runs are of different models.")
    return {
        name: torch.stack([one[name].float() for one in weights]).mean(dim=0).to(tensor.dtype) if tensor.is_floating_point() else tensor
        for name, tensor in weights[0].items()
    }


def main() -> None:
    """Read, average, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    save_file(average([load_file(run / "mean.safetensors") for run in args.runs]), args.out / "mean.safetensors")
    shutil.copyfile(args.runs[0] / "labels.json", args.out / "labels.json")


if __name__ == "__main__":
    main()
