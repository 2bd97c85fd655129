"""Programs of PyTorch that ask for a graphics card."""

from __future__ import annotations

import pytest

from .conftest import Apply, Makes, unmarked

LOADED = (
    "Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False. If you are running on a "
    "CPU-only machine, please use torch.load with map_location=torch.device('cpu') to map your storages to the CPU."
)
MPS = "Attempting to deserialize object on MPS device but torch.backends.mps.is_available() is False."
NO_DRIVER = "Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a driver"
HEAD = "import torch\n\n"
CUDA = 'torch.cuda.is_available() else "cpu"'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("m.load_state_dict(«torch.load(p)»)  # é\n", 'm.load_state_dict(torch.load(p, map_location="cpu"))  # é\n'),
        ("s = «torch.load(p, weights_only=True)»\nm.load_state_dict(s['model'])\no.load_state_dict(s['optimiser'])\n",
         "s = torch.load(p, weights_only=True, map_location=\"cpu\")\nm.load_state_dict(s['model'])\n"
         "o.load_state_dict(s['optimiser'])\n"),
        ("m = «torch.load(p)»\nm.eval()\n", f"m = torch.load(p, map_location=None if {CUDA})\nm.eval()\n"),
        (f"device = 'cuda' if {CUDA}\nm = «torch.load(p)»\n",
         f"device = 'cuda' if {CUDA}\nm = torch.load(p, map_location=device)\n"),
        ("device = 'cuda'\nm = «torch.load(p)»\n",
         f"device = 'cuda'\nm = torch.load(p, map_location=None if {CUDA})\n"),
        ("m = «torch.load(p, map_location='cuda')»\n", f"m = torch.load(p, map_location='cuda' if {CUDA})\n"),
        ("d = torch.device('cuda:0')\nm = «torch.load(p, d)»\n",
         f"d = torch.device('cuda:0' if {CUDA})\nm = torch.load(p, d)\n"),
        ("m = «torch.load(p, map_location=where)»\n", None),
        ("m = «torch.load(p, map_location='cuda:1')»\n", None),
        ("m = «torch.load(p, **options)»\n", None),
        ("m = «Model.from_file(p)»\n", None),
        ("m = «json.load(p)»\n", None),
    ],
)  # fmt: skip
def test_where_loaded_tensors_go(makes: Makes, before: str, after: str | None) -> None:
    makes("map-location", LOADED, HEAD + before, HEAD + after if after else None, True, "RuntimeError")


def test_tensors_of_a_mac(makes: Makes) -> None:
    after = 'm = torch.load(p, map_location=None if torch.backends.mps.is_available() else "cpu")\n'
    makes("map-location", MPS, HEAD + "m = «torch.load(p)»\n", HEAD + after, True)
    makes("map-location", MPS, HEAD + "m = «torch.load(p, map_location='mps')»\n", None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = «f().cuda()»\n", f'x = f().to("cuda" if {CUDA})\n'),
        ("d = torch.device('cuda')\nx = «f().to(d)»\n", f"d = torch.device('cuda' if {CUDA})\nx = f().to(d)\n"),
        ("x = «torch.ones(2, device='cuda:0')»  # é\n", f"x = torch.ones(2, device='cuda:0' if {CUDA})  # é\n"),
        ("DEVICE = 'cuda'\nx = «f().to(DEVICE)»\n", f"DEVICE = 'cuda' if {CUDA}\nx = f().to(DEVICE)\n"),
        ("x = «f().to(device='cuda:1')»\n", None),
        ("x = «f(name='cuda')»\n", None),
        ("x = «f()»\ny = x.cuda()\n", None),
        ("x = «f().to(d)»\n", None),
        ("x = «f().cuda(0)»\n", None),
    ],
)
def test_the_card_is_used_where_there_is_one(mend: Apply, before: str, after: str | None) -> None:
    made = mend("torch-device", HEAD + before, "RuntimeError", NO_DRIVER, {"card": "none"})
    assert (made and made.text) == (HEAD + after if after else None)
    assert made is None or made.mend.sure
    unsure = mend("torch-device", HEAD + before, "RuntimeError", NO_DRIVER)
    assert unsure is None or not unsure.mend.sure, "the machine may have a card"


def test_one_name_for_several_places(mend: Apply) -> None:
    code = "import os\nimport torch\n\nm = make().cuda()\nx = «torch.ones(2, device='cuda')»\n"
    made = mend("torch-device", code, "RuntimeError", NO_DRIVER, {"card": "none"})
    assert made is not None
    uses = "m = make().to(device)\nx = torch.ones(2, device=device)\n"
    assert made.text == f'import os\nimport torch\n\ndevice = "cuda" if {CUDA}\n\n{uses}'
    shared = code.replace("import torch\n", "import torch; import sys\n")
    assert mend("torch-device", shared, "RuntimeError", NO_DRIVER, {"card": "none"}) is None


def test_what_stands_around_stays(mend: Apply) -> None:
    code = "# ä 😀\r\nimport torch\r\n\r\nif 1:\r\n\tx = «torch.ones(2, device='cuda')»; y = 2  # 日本\r\n"
    made = mend("torch-device", code, "RuntimeError", NO_DRIVER, {"card": "none"})
    assert made is not None
    assert made.text == unmarked(code).replace("'cuda'", f"'cuda' if {CUDA}")
