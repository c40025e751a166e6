"""Choose the device a run trains on, and how many of torch's threads work for it. Torch is asked only where the answer
needs it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from core.frozen import frozen
from core.machine import drivers, preload
from core.messages import BadInput

if TYPE_CHECKING:
    import torch

WITHOUT_ASKING = ("auto", "cpu")  # devices that are always there
SHARE = 4  # a training part of at most one part in so many of a GPU's memory lies there as a whole
FILLS = 2**24  # multiplications in a batch from which a second thread pays
MANY = 2  # threads for those; of every machine the same number, since another one rounds otherwise


@frozen
class DeviceChoice:
    """One entry of the device menu; `reason` says why it cannot be had, "" where it can."""

    key: str
    label: str
    reason: str


def choices() -> tuple[DeviceChoice, ...]:
    """Every device kind, the missing ones with the reason; torch is loaded where `drivers.no_gpu` cannot tell."""
    if reason := drivers.no_gpu():
        return _all(DeviceChoice("cuda", "GPU (CUDA)", reason), drivers.NO_APPLE)
    preload.load_torch()
    import torch

    there = torch.cuda.is_available()
    cuda = f"GPU: {torch.cuda.get_device_name(0)}" if there else "GPU (CUDA)"
    reason = "" if there else drivers.NOT_FOUND if torch.version.cuda else drivers.NOT_BUILT
    return _all(DeviceChoice("cuda", cuda, reason), "" if torch.backends.mps.is_available() else drivers.NO_APPLE)


def _all(cuda: DeviceChoice, no_apple: str) -> tuple[DeviceChoice, ...]:
    return DeviceChoice("cpu", "CPU", ""), cuda, DeviceChoice("mps", "GPU (Apple)", no_apple)


def choose(key: str) -> str:
    """The kind of device, "cpu", "cuda" or "mps", for one of these or "auto"; `BadInput` for one that is not there.

    Automatic means the CPU for now: the lab's small nets lose time on a GPU.
    """
    if key in WITHOUT_ASKING:
        return "cpu"
    found = {choice.key: choice for choice in choices()}[key]
    if found.reason:
        raise BadInput(
            "experiment", "device", f"{key!r} is not there: {found.reason}; allowed here: {', '.join(_present())}"
        )
    return key


def room_for_samples(device: torch.device) -> int:
    """Bytes that a training part may have to lie on the device as a whole: without a bound where the device works in
    the computer's own memory.

    A matter of the device's whole memory, not of what is free at the moment: the same experiment is run the same way
    every time.
    """
    import torch

    return torch.cuda.get_device_properties(device).total_memory // SHARE if device.type == "cuda" else sys.maxsize


def threads_for(work: int) -> int:
    """As many of torch's threads as pay for `work`, see `use_threads`."""
    return MANY if work >= FILLS else 1


def use_threads(work: int) -> None:
    """As many of torch's threads as pay for `work`, the multiplications that a batch costs on its way forward: two
    where a net fills the machine, else one (two were up to 40 times slower beside a busy process).

    Another number of threads rounds otherwise, so it follows from the experiment alone. It holds for the calling
    thread: torch keeps it for each, and a run asks anew before each slice, whatever other runs ask for beside it.
    """
    set_threads(threads_for(work))


def set_threads(wanted: int) -> None:
    """So many of torch's threads for the calling thread."""
    import torch

    if torch.get_num_threads() != wanted:
        torch.set_num_threads(wanted)


def settle(device: str) -> None:
    """Wait until all that was given to a device is done."""
    if device in ("cuda", "mps"):
        import torch

        (torch.cuda if device == "cuda" else torch.mps).synchronize()


def single_thread() -> None:
    """One thread for torch: best for small networks, and beside another busy process."""
    use_threads(0)


def warm_up() -> None:
    """Pay once for what the first update would pay: the optimizer's imports and the first backward pass."""
    import torch

    single_thread()
    weight = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=0.1)
    (weight * 2).sum().backward()
    optimizer.step()


def _present() -> list[str]:
    return ["auto", *(choice.key for choice in choices() if not choice.reason)]
