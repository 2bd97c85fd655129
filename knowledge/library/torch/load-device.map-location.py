"""Weights that were saved on a graphics card are loaded into a model."""
# setup: printf 'import sys, torch\ntorch.serialization.register_package(0, lambda _: "cuda:0", lambda *_: None)\ntorch.save({"w": torch.ones(2)}, "model.pt")\n' > made.py
# setup: python made.py
# simulates: a file that a machine with a graphics card has saved
# needs: torch, numpy
# fails: RuntimeError at line 12
# prints: 2.0
import torch


def load(path):
    state = torch.load(path)  # as trained
    model = torch.nn.Module()
    model.w = torch.nn.Parameter(torch.zeros(2))
    model.load_state_dict(state)
    return model


print(load("model.pt").w.sum().item())
