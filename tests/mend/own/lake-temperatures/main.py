# %% lakes of the walk, measured on one day
import pandas as pd

pd.set_option("display.width", 100)

# %% read
lakes = pd.read_csv("lakes.csv")
print(lakes.shape[0], "lakes,", lakes.shape[1], "columns")


# %% helpers
def fahrenheit(celsius):
    return celsius * 9 / 5 + 32


def warmest(frame):
    row = frame.loc[frame["surface"].idxmax()]
    return row["lake"], row["surface"]


# %% new columns
lakes["surface_f"] = fahrenheit(lakes["surface"])
lakes["shallow"] = lakes["depth"] < 5

# %% results
name, degrees = warmest(lakes)
print(f"warmest: {name} {degrees}")
print("mean depth", lakes["depth"].mean())
print(lakes.sort_values("depth").to_string(index=False))
