"""Export a run to the package: ONNX, int8, with its labels and tokenizer.

python -m training.export --encoder DIR --run runs/NAME [--to src/detente/model/weights] [--float FILE]
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file

from detente.model.labels import Labels
from training.network import Network, from_encoder


def export_float(network: Network, path: Path) -> None:
    """Write the network as a float ONNX graph; batch and length stay free."""
    network.eval()
    example = (
        torch.ones(2, 9, dtype=torch.long),
        torch.ones(2, 9, dtype=torch.long),
        torch.ones(2, 9, dtype=torch.long),
    )
    free = {0: "batch", 1: "piece"}
    torch.onnx.export(
        network,
        example,
        str(path),
        input_names=["ids", "mask", "shapes"],
        output_names=["token", "pair"],
        opset_version=17,
        dynamic_axes={
            "ids": free,
            "mask": free,
            "shapes": free,
            "token": free,
            "pair": {0: "batch", 2: "piece", 3: "piece"},
        },
        dynamo=False,
    )


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path("src/detente/model/weights"))
    parser.add_argument("--float", type=Path, help="also keep the float graph here")
    args = parser.parse_args()
    args.to.mkdir(parents=True, exist_ok=True)
    labels = Labels.load(args.run / "labels.json")
    network = from_encoder(args.encoder, labels)
    network.load_state_dict(load_file(args.run / "state.safetensors"))
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "model.onnx"
        export_float(network, full)
        # The biaffine tensor has four axes, which the int8 kernels do not take; it is small and stays float.
        quantize_dynamic(
            str(full),
            str(args.to / "model.onnx"),
            weight_type=QuantType.QInt8,
            per_channel=True,
            nodes_to_exclude=["/MatMul"],
        )
        if args.float:
            shutil.copy(full, args.float)
    labels.write(args.to / "labels.json")
    shutil.copy(args.encoder / "tokenizer.json", args.to / "tokenizer.json")


if __name__ == "__main__":
    main()
