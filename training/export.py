"""Export a run to the package: ONNX, the encoder in int8, with its labels and tokenizer.

python -m training.export --encoder DIR --run runs/NAME [--to src/detente/model/weights] [--float DIR]
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import onnx
import torch
from onnx import NodeProto, helper, numpy_helper
from safetensors.torch import load_file

from detente.model.labels import Labels
from training import int8
from training.network import PAIR_WIDTH, Network, from_encoder
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
    """Write the pair head as a float ONNX graph of its own, since it runs on chosen spans only; it is so small that int8 gains nothing."""
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


class _Int8:
    """A float graph that is made int8 in place: its matrices and its tables of vectors.

    Each row of activations (each word piece) has a scale of its own: a few pieces have values ten times those of the others, and one scale for all
    would cost the others three bits and make an answer hang on what else is read with it. Rows are whole numbers around 128. After a GELU,
    which gives nothing below -0.17, they are around 32, so that more steps are left for what is positive.
    """

    MIDDLE, LOW = 128, 32
    GELU_LEAST = 0.17

    def __init__(self, model: onnx.ModelProto) -> None:
        self.graph = model.graph
        self.held = {one.name: one for one in model.graph.initializer}
        self.made = {output: node for node in model.graph.node for output in node.output}
        self.quantised: dict[str, tuple[str, str, str]] = {}
        self.nodes: list[NodeProto] = []
        for node in self.graph.node:
            self._add(node)
        del self.graph.node[:]
        self.graph.node.extend(self.nodes)
        used = {name for node in self.nodes for name in node.input}
        kept = [one for one in self.held.values() if one.name in used]
        del self.graph.initializer[:]
        self.graph.initializer.extend(kept)
        model.opset_import.append(helper.make_opsetid("com.microsoft", 1))

    def _add(self, node: NodeProto) -> None:
        own = [self.held[name] for name in node.input if name in self.held]
        # The biaffine tensor has more axes than the int8 kernels take, and the table of shapes is small: both stay float.
        if node.op_type == "MatMul" and own and len(own[0].dims) == 2:
            self._matrix(node)
        elif node.op_type == "Gather" and own and len(own[0].dims) == 2 and own[0].dims[0] > PAIR_WIDTH:
            self._table(node)
        else:
            self.nodes.append(node)

    def _matrix(self, node: NodeProto) -> None:
        values, held = node.input
        whole, scales = int8.columns(numpy_helper.to_array(self.held[held]))
        rows, row_scales, zero = self._rows(values)
        inputs = [rows, self._held(f"{held}/int8", whole), self._held("one", np.float32(1)), self._held(f"{held}/scale", scales), zero]
        product = self._node("MatMulIntegerToFloat", inputs, f"{node.output[0]}/int8", domain="com.microsoft")
        self._node("Mul", [product, row_scales], node.output[0])

    def _rows(self, values: str) -> tuple[str, str, str]:
        """The rows of activations as uint8, their scales [..., row, 1], and what stands for zero."""
        if values in self.quantised:
            return self.quantised[values]
        gelu = self._after(values, "Erf", 4)
        zero, least = (self.LOW, self.GELU_LEAST / self.LOW) if gelu else (self.MIDDLE, 1e-9)
        size = values if gelu else self._node("Abs", [values], f"{values}/size")
        largest = self._node("ReduceMax", [size], f"{values}/largest", axes=[-1], keepdims=1)
        step = self._node("Mul", [largest, self._held(f"step/{zero}", np.float32(1 / (255 - zero)))], f"{values}/step")
        scales = self._node("Max", [step, self._held(f"least/{zero}", np.float32(least))], f"{values}/scale")
        # A scale a row is given along the first axis of two.
        flat = self._node("Reshape", [scales, self._held("flat", np.array([-1]))], f"{values}/scales")
        two = self._node("Flatten", [values], f"{values}/rows", axis=-1)
        zeros = self._node("Expand", [self._held(f"zero/{zero}", np.uint8(zero)), self._node("Shape", [flat], f"{values}/count")], f"{values}/zeros")
        whole = self._node("QuantizeLinear", [two, flat, zeros], f"{values}/flat", axis=0)
        whole = self._node("Reshape", [whole, self._node("Shape", [values], f"{values}/shape")], f"{values}/int8")
        self.quantised[values] = whole, scales, f"zero/{zero}"
        return self.quantised[values]

    def _table(self, node: NodeProto) -> None:
        held, ids = node.input
        whole, scales = int8.rows(numpy_helper.to_array(self.held[held]))
        found = self._node("Gather", [self._held(f"{held}/int8", whole), ids], f"{node.output[0]}/whole")
        found = self._node("Cast", [found], f"{node.output[0]}/real", to=onnx.TensorProto.FLOAT)
        scale = self._node("Gather", [self._held(f"{held}/scale", scales), ids], f"{node.output[0]}/unit")
        self._node("Mul", [found, scale], node.output[0])

    def _after(self, name: str, kind: str, steps: int) -> bool:
        """Whether a value comes from an operation of a kind that lies fewer than `steps` back."""
        node = self.made.get(name)
        return bool(steps and node and (node.op_type == kind or any(self._after(one, kind, steps - 1) for one in node.input)))

    def _held(self, name: str, value: Any) -> str:
        self.held.setdefault(name, numpy_helper.from_array(np.asarray(value), name))
        return name

    def _node(self, kind: str, inputs: Sequence[str], output: str, **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output


def quantise(full: Path, to: Path) -> None:
    """Write the float graph in the file `full` as an int8 one."""
    model = onnx.load(str(full))
    _Int8(model)
    onnx.save(model, str(to))


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path("src/detente/model/weights"))
    parser.add_argument("--float", type=Path, help="also keep the float model here")
    args = parser.parse_args()
    if args.to.resolve() == args.run.resolve():
        parser.error("--to is the folder of the run, whose labels would be lost")
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
        quantise(full, args.to / "model.onnx")
        export_relate(network, args.to / "relate.onnx")
        if args.float:
            args.float.mkdir(parents=True, exist_ok=True)
            shutil.copy(full, args.float / "model.onnx")
            shutil.copy(args.to / "relate.onnx", args.float / "relate.onnx")
            labels.write(args.float / "labels.json")
            shutil.copy(args.encoder / "tokenizer.json", args.float / "tokenizer.json")
    labels.write(args.to / "labels.json")
    shutil.copy(args.encoder / "tokenizer.json", args.to / "tokenizer.json")


if __name__ == "__main__":
    main()
