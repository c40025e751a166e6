"""The engine of Descent Lab: no Qt, usable from a script or a notebook."""

import os

# Before numpy is imported: its linear algebra would start a thread a core, which wait for one another by spinning; beside a busy run
# a small eigenproblem then takes a hundred times as long.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
