"""The engine of Descent Lab: no Qt, usable from a script or a notebook."""

import os
import sys
import types

# Before numpy is imported: its linear algebra would start a thread a core, which wait for one another by spinning;
# beside a busy run
# a small eigenproblem then takes a hundred times as long.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Before torch is imported: its threads have to sleep while they wait for one another. Spinning, two of them beside a
# busy process make
# an eighth of the updates that one makes (784-512-512-10: 6 instead of 53 a second; asleep 52).
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

# Before pydantic makes a model: it would load what reads the records of installed packages, and look for plugins in
# every one of them. What an experiment is does not depend on what else is installed.
no_plugins = types.ModuleType("pydantic.plugin._loader")
vars(no_plugins)["get_plugins"] = tuple
sys.modules.setdefault(no_plugins.__name__, no_plugins)
