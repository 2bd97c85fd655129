"""A device is written out."""
# needs: torch, no nvidia, numpy, linux
# fails: AssertionError at line 9
# prints: 6.0
import torch

device = torch.device("cuda")  # the first

values = torch.ones(2, 3).to(device)
print(values.sum().item())
