"""The card is named where the weights are loaded."""
# setup: printf 'import sys, torch\ntorch.serialization.register_package(0, lambda _: "cuda:0", lambda *_: None)\ntorch.save({"w": torch.ones(2)}, "model.pt")\n' > made.py
# setup: python made.py
# simulates: a file that a machine with a graphics card has saved
# needs: torch, numpy
# fails: RuntimeError at line 10
# prints: 2.0
import torch

state = torch.load("model.pt", map_location="cuda")
print(state["w"].sum().item())
