"""Draw one small chart per station and write them all to one picture."""
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]

RAIN = {
    "Lakeside": [62, 48, 51, 40, 66, 71],
    "Airport": [40, 39, 44, 31, 52, 60],
    "Hilltop": [95, 80, 77, 69, 88, 102],
    "Harbour": [55, 50, 47, 38, 49, 58],
}


def trend(values):
    """Slope of a straight line through the values, mm per month."""
    x = np.arange(len(values))
    slope, _ = np.polyfit(x, values, 1)
    return slope


def draw(rain, target):
    fig, axes = plt.subplots(2, 2, figsize=(8, 6), sharex=True, sharey=True)
    fig.suptitle("Rainfall by station")
    drawn = 0
    for ax, (station, values) in zip(axes, rain.items()):
        ax.bar(MONTHS, values, color="steelblue")
        ax.axhline(np.mean(values), color="darkred", linestyle="--", linewidth=1)
        ax.set_title(f"{station} ({trend(values):+.1f})")
        ax.set_ylabel("mm")
        drawn += 1
    fig.tight_layout()
    fig.savefig(target, dpi=60)
    plt.close(fig)
    return drawn


def main():
    target = Path("rainfall.png")
    count = draw(RAIN, target)
    wettest = max(RAIN, key=lambda s: sum(RAIN[s]))
    print(count, "charts drawn")
    print("picture written:", target.exists() and target.stat().st_size > 1000)
    print("wettest:", wettest)


if __name__ == "__main__":
    main()
