"""One sheet with a small plot per season (made without a screen)."""
import io
import math

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

SEASONS = ["spring", "summer", "autumn", "winter"]


def temperatures(season):
    """Thirty days of made-up temperatures."""
    middle = {"spring": 11, "summer": 21, "autumn": 12, "winter": 1}[season]
    return [middle + 4 * math.sin(day / 3) for day in range(30)]


def warmest(seasons):
    means = {s: sum(temperatures(s)) / len(temperatures(s)) for s in seasons}
    return max(means, key=means.get)


def draw_sheet(seasons):
    fig, axes = plt.subplots(nrows=2, ncols=2, figsize=(6, 4), sharey=True)
    for ax, season in zip(axes, seasons):
        values = temperatures(season)
        ax.plot(values, color="tab:green", linewidth=1)
        ax.axhline(sum(values) / len(values), color="grey", linestyle="--")
        ax.set_title(season)
    fig.supxlabel("day")
    fig.tight_layout()
    return fig


def main():
    fig = draw_sheet(SEASONS)
    picture = io.BytesIO()
    fig.savefig(picture, format="png", dpi=60)
    titles = [ax.get_title() for ax in fig.axes]
    print("plots:", ", ".join(titles))
    print("warmest:", warmest(SEASONS))
    print("lines:", sum(len(ax.lines) for ax in fig.axes))
    print("picture is png:", picture.getvalue().startswith(b"\x89PNG"))


if __name__ == "__main__":
    main()
