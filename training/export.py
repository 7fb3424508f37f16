"""Export a run to the package: ONNX, int8, with its labels and tokenizer.

python -m training.export --encoder DIR --run runs/NAME [--to src/detente/model/weights] [--float DIR]
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import msgspec
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file

from detente.model.labels import Labels
from training.network import Network, from_encoder
from training.open_sets import ROLES


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
        output_names=["token", "pair", "vectors"],
        opset_version=17,
        dynamic_axes={
            "ids": free,
            "mask": free,
            "shapes": free,
            "token": free,
            "pair": {0: "batch", 2: "piece", 3: "piece"},
            "vectors": free,
        },
        dynamo=False,
    )


class _Joined(torch.nn.Module):
    """The pair head on vectors that are joined already."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.inner, self.outer = network.relate.inner, network.relate.outer

    def forward(self, joined: torch.Tensor) -> torch.Tensor:
        """Logits of types, then of roots."""
        return self.outer(torch.nn.functional.gelu(self.inner(joined)))


def export_relate(network: Network, path: Path) -> None:
    """Write the pair head as a float ONNX graph of its own, since it runs on chosen spans only."""
    example = torch.zeros(2, network.relate.inner.in_features)
    torch.onnx.export(
        _Joined(network).eval(),
        (example,),
        str(path),
        input_names=["joined"],
        output_names=["logits"],
        opset_version=17,
        dynamic_axes={"joined": {0: "pair"}, "logits": {0: "pair"}},
        dynamo=False,
    )


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path("src/detente/model/weights"))
    parser.add_argument("--float", type=Path, help="also keep the float model here")
    args = parser.parse_args()
    args.to.mkdir(parents=True, exist_ok=True)
    labels = Labels.load(args.run / "labels.json")
    network = from_encoder(args.encoder, labels)
    network.load_state_dict(load_file(args.run / "mean.safetensors"))
    # The relations of the open sets only taught the encoder; nothing reads them.
    labels = msgspec.structs.replace(labels, pairs=tuple(kind for kind in labels.pairs if kind not in ROLES))
    network.relation = torch.nn.Parameter(network.relation[: len(labels.pairs)])
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
        export_relate(network, full.with_name("relate.onnx"))
        quantize_dynamic(str(full.with_name("relate.onnx")), str(args.to / "relate.onnx"), weight_type=QuantType.QInt8, per_channel=True)
        if args.float:
            args.float.mkdir(parents=True, exist_ok=True)
            for name in ("model.onnx", "relate.onnx"):
                shutil.copy(full.with_name(name), args.float / name)
            labels.write(args.float / "labels.json")
            shutil.copy(args.encoder / "tokenizer.json", args.float / "tokenizer.json")
    labels.write(args.to / "labels.json")
    shutil.copy(args.encoder / "tokenizer.json", args.to / "tokenizer.json")


if __name__ == "__main__":
    main()
