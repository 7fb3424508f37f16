"""An int8 graph says nearly what the float graph says, and of each row the same whatever stands beside it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

onnx = pytest.importorskip("onnx")
torch = pytest.importorskip("torch")


def answers(path: Path, ids: np.ndarray) -> np.ndarray:
    import onnxruntime

    found: np.ndarray = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]).run(None, {"ids": ids})[0]
    return found


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A table of vectors, the last of them large, and two layers with a GELU between them: float and int8."""
    from training.export import quantise

    folder = tmp_path_factory.mktemp("graphs")
    torch.manual_seed(3)
    network = torch.nn.Sequential(torch.nn.Embedding(200, 32), torch.nn.Linear(32, 64), torch.nn.GELU(), torch.nn.Linear(64, 16))
    network[0].weight.data[199] *= 50
    full, small = folder / "full.onnx", folder / "small.onnx"
    free = {"ids": {0: "batch", 1: "piece"}}
    torch.onnx.export(network, (torch.ones(2, 3, dtype=torch.long),), str(full), input_names=["ids"], opset_version=17, dynamic_axes=free, dynamo=False)
    quantise(full, small)
    return full, small


def test_an_int8_graph_is_near_the_float_one(graphs: tuple[Path, Path]) -> None:
    ids = np.arange(200).reshape(10, 20)
    full, small = (answers(path, ids) for path in graphs)
    size = np.abs(full).mean(axis=-1)
    assert (np.abs(full - small).mean(axis=-1) < 0.05 * size).all()
    kinds = {node.op_type for node in onnx.load(str(graphs[1])).graph.node}
    assert "MatMulIntegerToFloat" in kinds and not kinds & {"MatMul", "Gemm"}


def test_a_large_row_beside_it_changes_no_row(graphs: tuple[Path, Path]) -> None:
    alone = answers(graphs[1], np.array([[5, 17, 80]]))
    assert np.allclose(alone, answers(graphs[1], np.array([[5, 17, 80], [199, 199, 199]]))[:1], atol=1e-6)
