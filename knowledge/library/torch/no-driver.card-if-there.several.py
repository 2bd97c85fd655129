"""The card is asked for in several places."""
# needs: torch, nvidia, numpy, linux
# fails: RuntimeError at line 9
# prints: 6.0
import torch


def total(rows):
    weights = torch.ones(3, device="cuda")
    return (weights * rows.cuda()).sum()  # there


rows = torch.ones(2, 3)
print(total(rows).item())
