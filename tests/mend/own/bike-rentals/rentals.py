"""Find the rentals that need a second look: long, and returned at night."""
import pandas as pd

RENTALS = pd.DataFrame(
    {
        "bike": [101, 102, 103, 101, 105, 102],
        "start": pd.to_datetime(
            [
                "2024-06-01 08:10", "2024-06-01 18:30", "2024-06-01 21:05",
                "2024-06-02 09:00", "2024-06-02 19:45", "2024-06-02 22:40",
            ]
        ),
        "minutes": [25, 400, 65, 700, 330, 95],
    }
)


def add_return(df: pd.DataFrame) -> pd.DataFrame:
    df = df.copy()
    df["end"] = df["start"] + pd.to_timedelta(df["minutes"], unit="min")
    df["hour"] = df["end"].dt.hour
    return df


def fee(minutes: int) -> float:
    """First half hour free, then 1.50 per started half hour."""
    extra = max(0, minutes - 30)
    return -(-extra // 30) * 1.5


def suspicious(df: pd.DataFrame, longer_than: int = 300) -> pd.DataFrame:
    """Long rentals that came back between midnight and six."""
    return df[(df["minutes"] > longer_than) and (df["hour"] < 6)]


def main() -> None:
    rentals = add_return(RENTALS)
    rentals["fee"] = rentals["minutes"].map(fee)
    print("income:", rentals["fee"].sum())

    strange = suspicious(rentals)
    for r in strange.itertuples():
        print(f"check bike {r.bike}: back at {r.end:%H:%M} after {r.minutes} min")
    print("to check:", len(strange))


if __name__ == "__main__":
    main()
