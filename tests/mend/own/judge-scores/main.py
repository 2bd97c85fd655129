"""Compares judges of a dance contest who use the scale differently."""
import numpy as np

JUDGES = ["A", "B", "C"]
DANCERS = ["Mo", "Li", "Zed", "Ash"]

SCORES = np.array(
    [
        [7.0, 8.0, 6.0, 7.0],
        [5.5, 5.0, 4.5, 5.0],
        [9.0, 9.0, 8.5, 9.5],
    ]
)


def strictest(scores):
    return JUDGES[int(scores.mean(axis=1).argmin())]


def centre(scores):
    """The scores of each judge (a row) as distance from that judge's mean."""
    return scores - scores.mean(axis=1)


def ranking(scores):
    adjusted = centre(scores).mean(axis=0)
    order = np.argsort(-adjusted, kind="stable")
    return [(DANCERS[i], adjusted[i]) for i in order]


def main():
    print("strictest judge:", strictest(SCORES))
    for name, points in ranking(SCORES):
        print(f"{name} {points:+.2f}")


if __name__ == "__main__":
    main()
