"""Feature preparation for the customer model: scaling, encoding, a split."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np

RNG = np.random.default_rng(7)
MONTHS = 12


@dataclass
class Split:
    train: np.ndarray
    test: np.ndarray


def spending(customers: int = 40) -> np.ndarray:
    """Invented monthly spending: one row a customer, one column a month."""
    level = RNG.uniform(20, 200, size=(customers, 1))
    season = 1 + 0.3 * np.sin(2 * np.pi * np.arange(MONTHS) / MONTHS)
    noise = RNG.normal(0, 3, size=(customers, MONTHS))
    return level * season + noise


def seasonal_profile(table: np.ndarray) -> np.ndarray:
    """Each customer's months relative to the customer's own mean."""
    own_mean = table.mean(axis=1)
    return table / own_mean - 1.0


def standardise(table: np.ndarray) -> np.ndarray:
    spread = table.std(axis=0)
    spread[spread == 0] = 1.0
    return (table - table.mean(axis=0)) / spread


def one_hot(labels: list[str]) -> tuple[np.ndarray, list[str]]:
    names = sorted(set(labels))
    codes = np.array([names.index(label) for label in labels])
    return np.eye(len(names))[codes], names


def split(table: np.ndarray, share: float = 0.75) -> Split:
    order = RNG.permutation(len(table))
    cut = int(share * len(table))
    return Split(table[order[:cut]], table[order[cut:]])


def build(table: np.ndarray, regions: list[str]) -> tuple[np.ndarray, list[str]]:
    profile = seasonal_profile(table)
    dummies, names = one_hot(regions)
    features = np.hstack([standardise(profile), np.log(table.sum(axis=1, keepdims=True)), dummies])
    columns = [f"m{m + 1:02d}" for m in range(MONTHS)] + ["log_total"] + names
    return features, columns


def main() -> None:
    table = spending()
    regions = ["east" if i % 3 else "west" for i in range(len(table))]
    features, columns = build(table, regions)
    assert features.shape[1] == len(columns)
    print("features:", features.shape)
    parts = split(features)
    print("train:", parts.train.shape, "test:", parts.test.shape)

    mean_profile = seasonal_profile(table).mean(axis=0)
    print("best month:", int(mean_profile.argmax()) + 1)
    print("profile adds up to zero:", bool(np.allclose(seasonal_profile(table).sum(axis=1), 0)))


if __name__ == "__main__":
    main()
