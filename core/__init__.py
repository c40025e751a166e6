"""The engine of Descent Lab: no Qt, usable from a script or a notebook."""

import os

# Before numpy is imported: its linear algebra would start a thread a core, which wait for one another by spinning;
# beside a busy run
# a small eigenproblem then takes a hundred times as long.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Before torch is imported: its threads have to sleep while they wait for one another. Spinning, two of them beside a
# busy process make
# an eighth of the updates that one makes (784-512-512-10: 6 instead of 53 a second; asleep 52).
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

# Before pydantic is imported: it would read the records of every installed package for plugins. What an experiment is
# does not depend on what else is installed.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
