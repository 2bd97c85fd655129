"""Streets and the pints that they take."""
from pathlib import Path


def load_streets(path):
    """[(street, pints)] from a file of `street;pints` lines."""
    streets = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            street, pints = line.split(";")
            streets.append((street.strip(), int(pints)))
    return streets


def total_pints(streets):
    return sum(pints for _, pints in streets)
