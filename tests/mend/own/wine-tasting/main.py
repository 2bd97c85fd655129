"""Mean score per wine and how strict every taster is."""
import pandas as pd


def load(path: str) -> pd.DataFrame:
    scores = pd.read_csv(path)
    return scores


def per_wine(scores: pd.DataFrame) -> pd.Series:
    return scores.groupby("wine")["score"].mean().sort_values(ascending=False)


def strictness(scores: pd.DataFrame) -> pd.Series:
    """Mean distance of a taster from the mean of all (negative: strict)."""
    overall = scores["score"].mean()
    return (scores.groupby("taster")["score"].mean() - overall).round(2)


def disputed(scores: pd.DataFrame, limit: int = 5) -> list[str]:
    """Wines about whose quality the tasters disagree by more than `limit` points."""
    groups = scores.groupby("wine")["score"]
    spread = groups.max() - groups.min()
    return sorted(spread[spread > limit].index)


def medal(mean: float) -> str:
    for limit, name in ((90, "gold"), (85, "silver"), (80, "bronze")):
        if mean >= limit:
            return name
    return ""


def main() -> None:
    scores = load("scores.csv")
    for wine, mean in per_wine(scores).items():
        print(f"{wine:<12} {mean:.1f} {medal(mean)}")
    for taster, distance in strictness(scores).items():
        print(f"{taster}: {distance:+.2f}")
    print("disputed:", ", ".join(disputed(scores)) or "none")


if __name__ == "__main__":
    main()
