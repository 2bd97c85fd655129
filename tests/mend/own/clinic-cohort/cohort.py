# notebook export: who can be asked to take part in the study?

import pandas as pd

# %% load
patients = pd.DataFrame(
    {
        "code": ["K1", "K2", "K3", "K4", "K5", "K6"],
        "age": [54, 68, 71, 39, None, 83],
        "systolic": [142, 151, 128, 160, 149, 171],
        "site": ["north", "south", "north", "north", "south", "south"],
    }
)

# %% clean
patients = patients.dropna(subset=["age"]).copy()
patients["age"] = patients["age"].astype(int)
patients["site"] = patients["site"].astype("category")


# %% select
def cohort(frame, low=45, high=75, pressure=140):
    """Patients between two ages with raised blood pressure."""
    right_age = frame["age"].between(low, high)
    raised = frame["systolic"] >= pressure
    return frame[right_age and raised]


def age_group(age):
    """`54` -> `50-59`"""
    low = age // 10 * 10
    return f"{low}-{low + 9}"


chosen = cohort(patients)
print(chosen.to_string(index=False))
print("in the cohort:", len(chosen))
print(f"mean age {chosen['age'].mean():.1f}")

# %% age groups
groups = patients["age"].map(age_group).value_counts().sort_index()
for group, number in groups.items():
    print(f"{group}  {'#' * number}")

# %% nobody may be asked twice
asked = pd.Series(["K2", "K9"], name="code")
again = chosen[chosen["code"].isin(asked)]
if not again.empty:
    print("already asked:", ", ".join(again["code"]))

# %% per site
by_site = chosen.groupby("site", observed=True)["code"].count()
for site, number in by_site.items():
    print(f"{site:<8}{number}")
