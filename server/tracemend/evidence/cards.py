"""Facts about graphics cards: whether the machine has one of NVIDIA at all, driver or not.

Source: https://docs.kernel.org/PCI/sysfs-pci.html (the vendor's number of each device)
"""

from __future__ import annotations

import os
from itertools import islice

from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry

DEVICES = "/sys/bus/pci/devices"
NODES = ("/dev/nvidia0", "/dev/nvidiactl", "/dev/nvhost-gpu", "/dev/dxg", "/proc/driver/nvidia")
"""What a driver makes, that of boards without PCI and of WSL too."""
_VENDOR = "0x10de"
_MOST = 2_000


def no_nvidia_card(inquiry: Inquiry) -> Finding:
    """Of the machine, not of the container: its devices are seen there too. Not known on Windows."""
    if inquiry.context.system == "macos":
        return Finding(True, "CUDA is not made for macOS.", {"card": "none"})
    if inquiry.context.system != "linux":
        return UNKNOWN
    made = next((node for node in NODES if os.path.exists(node)), None)
    if made is not None:
        return Finding(False, f"{made} is there.")
    try:
        names = os.listdir(DEVICES)
    except OSError:
        return UNKNOWN
    for name in islice(sorted(names), _MOST):
        try:
            with open(os.path.join(DEVICES, name, "vendor"), encoding="ascii", errors="replace") as file:
                vendor = file.read(20).strip()
        except OSError:
            return UNKNOWN
        if vendor == _VENDOR:
            return Finding(False, f"The device {name} is made by NVIDIA.")
    if not names or len(names) > _MOST:
        return UNKNOWN
    return Finding(True, f"None of the {len(names)} PCI devices is made by NVIDIA.", {"card": "none"})


FACTS = (
    Fact(
        "no-nvidia-card",
        "Has the machine no graphics card of NVIDIA?",
        no_nvidia_card,
        gives=("card",),
        unproven=("macos",),
    ),
)
