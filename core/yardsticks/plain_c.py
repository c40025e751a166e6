"""The same updates in C, as a person would write them for one small dense net: what a processor can do with them. The
yardstick that `descent-lab bench` compares the kernel with, where a C compiler is there."""

from __future__ import annotations

import ctypes
import pathlib
import shutil
import subprocess
from collections.abc import Callable

import numpy as np

from core.data.batches import batch_size, order
from core.data.preparation import Prepared
from core.engines.fused.plan import dense_layers
from core.experiment import Experiment
from core.networks.blueprint import blueprint_of

COMPILERS = ("cc", "gcc", "clang")
FLAGS = ("-Ofast", "-march=native", "-fPIC")
LANES = 8  # samples that an instruction works on: a batch is filled up to a multiple of it
SOURCE = r"""
#include <math.h>

static const int S[] = {SIZES};                                  /* units, the inputs first */
enum { L = sizeof S / sizeof *S - 1, WIDE = WIDEST };

static float A[L + 1][WIDE][ROWS], D[WIDE][ROWS], E[WIDE][ROWS];  /* values, and what the loss slopes by them */

static void forward(const float *w, int n) {
  for (int l = 0; l < L; l++) {
    const float *b = w + S[l] * S[l + 1];
    for (int u = 0; u < S[l + 1]; u++) {
      float z[ROWS];
      for (int k = 0; k < n; k++) z[k] = b[u];
      for (int i = 0; i < S[l]; i++)
        for (int k = 0; k < n; k++) z[k] += w[u * S[l] + i] * A[l][i][k];
      for (int k = 0; k < n; k++) A[l + 1][u][k] = tanhf(z[k]);
    }
    w = b + S[l + 1];
  }
}

static void update(float *w, float *end, const float *t, float rate) {
  enum { N = (BATCH + LANES - 1) / LANES * LANES };
  float *top = end;
  forward(w, N);
  for (int k = 0; k < N; k++)
    D[0][k] = k < BATCH ? (A[L][0][k] - t[k]) * (1 - A[L][0][k] * A[L][0][k]) / BATCH : 0;
  for (int l = L - 1; l >= 0; l--) {
    float *b = top - S[l + 1], *v = b - S[l] * S[l + 1];
    for (int i = 0; l && i < S[l]; i++) {
      float e[N] = {0};
      for (int u = 0; u < S[l + 1]; u++)
        for (int k = 0; k < N; k++) e[k] += v[u * S[l] + i] * D[u][k];
      for (int k = 0; k < N; k++) E[i][k] = e[k] * (1 - A[l][i][k] * A[l][i][k]);
    }
    for (int u = 0; u < S[l + 1]; u++) {
      float s = 0;
      for (int k = 0; k < N; k++) s += D[u][k];
      b[u] -= rate * s;
      for (int i = 0; i < S[l]; i++) {
        float g = 0;
        for (int k = 0; k < N; k++) g += D[u][k] * A[l][i][k];
        v[u * S[l] + i] -= rate * g;
      }
    }
    for (int i = 0; l && i < S[l]; i++)
      for (int k = 0; k < N; k++) D[i][k] = E[i][k];
    top = v;
  }
}

/* Mean of half the squared error, and the share of right answers, over rows from..to of the table. */
static void figures(const float *w, const float *x, const float *t, int from, int to, double *out) {
  double loss = 0;
  int right = 0;
  for (int first = from; first < to; first += ROWS) {
    int n = to - first < ROWS ? to - first : ROWS;
    for (int f = 0; f < S[0]; f++)
      for (int k = 0; k < n; k++) A[0][f][k] = x[(first + k) * S[0] + f];
    forward(w, n);
    for (int k = 0; k < n; k++) {
      float e = A[L][0][k] - t[first + k];
      loss += 0.5 * e * e;
      right += (A[L][0][k] > 0) == (t[first + k] > 0);
    }
  }
  out[0] = loss / (to - from);
  out[1] = (double)right / (to - from);
}

/* w (size,); x (samples, features), t (samples,) with the training part first; order of the training part. */
void learn(float *w, int size, const float *x, const float *t, int train, int samples, const long *order,
           long *place, long updates, long every, float rate, double *found) {
  float wanted[BATCH];
  for (long made = 1; made <= updates; made++) {
    for (int k = 0; k < BATCH; k++) {
      long j = order[(*place + k) % train];
      for (int f = 0; f < S[0]; f++) A[0][f][k] = x[j * S[0] + f];
      wanted[k] = t[j];
    }
    *place = (*place + BATCH) % train;
    update(w, w + size, wanted, rate);
    if (every && made % every == 0) {
      figures(w, x, t, 0, train, found);
      figures(w, x, t, train, samples, found + 2);
      found += 4;
    }
  }
}
"""


def compiler() -> str:
    """A C compiler of this machine; "" where there is none."""
    return next((found for name in COMPILERS if (found := shutil.which(name))), "")


class PlainC:
    """A run of tanh units with half the squared error, plain descent and always the same order of the samples."""

    def __init__(self, experiment: Experiment, prepared: Prepared, folder: pathlib.Path) -> None:
        """The program is compiled into `folder`; `OSError` where it cannot be."""
        blueprint = blueprint_of(experiment, prepared)
        self.vector = blueprint.start_vector().astype(np.float32)
        places = np.concatenate([prepared.train, prepared.part("test")])
        self._x, self._t = (np.array(each[places], np.float32, order="C") for each in (prepared.x, prepared.targets))
        self._train, self._order = len(prepared.train), order(experiment, len(prepared.train), 0)
        self._rate, self._place = experiment.optimizer.lr, np.zeros(1, np.int64)
        sizes = [prepared.x.shape[1], *(layer.units for layer in dense_layers(blueprint))]
        self._learn = _compiled(folder, sizes, batch_size(experiment, self._train))

    def learn(self, updates: int, every: int = 0) -> np.ndarray:
        """So many updates; after each `every` of them loss and accuracy of training and test part, (evaluations, 4)."""
        found = np.zeros((updates // every if every else 0, 4))
        self._learn(
            self.vector.ctypes.data_as(_FLOATS), len(self.vector), self._x.ctypes.data_as(_FLOATS), self._t.ctypes.data_as(_FLOATS),
            self._train, len(self._x), self._order.ctypes.data_as(_LONGS), self._place.ctypes.data_as(_LONGS),
            updates, every, self._rate, found.ctypes.data_as(_DOUBLES),
        )  # fmt: skip
        return found


_FLOATS, _LONGS, _DOUBLES = (ctypes.POINTER(kind) for kind in (ctypes.c_float, ctypes.c_long, ctypes.c_double))


def _compiled(folder: pathlib.Path, sizes: list[int], batch: int) -> Callable[..., None]:
    library = folder / "plain.so"
    named = {"SIZES": ",".join(map(str, sizes)), "WIDEST": max(sizes), "BATCH": batch, "LANES": LANES, "ROWS": 64}
    definitions = [f"-D{name}={value}" for name, value in named.items()]
    code = library.with_suffix(".o")
    _make(*FLAGS, *definitions, "-c", "-o", str(code), "-x", "c", "-", source=SOURCE)
    _make("-shared", "-o", str(library), str(code), "-lm")  # not by -Ofast: its thread would lose its smallest numbers
    learn = ctypes.CDLL(str(library)).learn
    learn.argtypes = [
        _FLOATS, ctypes.c_int, _FLOATS, _FLOATS, ctypes.c_int, ctypes.c_int, _LONGS, _LONGS, ctypes.c_long, ctypes.c_long,
        ctypes.c_float, _DOUBLES,
    ]  # fmt: skip
    learn.restype = None
    return learn


def _make(*arguments: str, source: str = "") -> None:
    """One call of the compiler; `OSError` with the last line that it said."""
    command = [compiler(), *arguments]
    done = subprocess.run(command, input=source, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode:
        raise OSError(done.stderr.strip().splitlines()[-1])
