"""The file is read in one function, and its columns are asked for in another."""
# needs: pandas
# setup: printf 'wine, taster, score\nHill, Ana, 87\nHill, Ben, 91\n' > scores.csv
# fails: KeyError at line 14
# prints: 89.0
import pandas as pd


def load(path: str) -> pd.DataFrame:
    scores = pd.read_csv(path)  # from the tasting
    return scores

def mean(scores: pd.DataFrame) -> float:
    return scores.groupby("wine")["score"].mean().iloc[0]

print(mean(load("scores.csv")))
