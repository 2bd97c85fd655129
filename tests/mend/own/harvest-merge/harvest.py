# puts the harvest sheets of the years together and sums them up per plant
import glob
import os

import pandas as pd

HERE = os.path.dirname(os.path.abspath(__file__))


def load_sheet(path):
    sheet = pd.read_csv(path, comment="#")
    sheet.columns = [c.strip().lower() for c in sheet.columns]
    year = os.path.basename(path).split("-")[1].split(".")[0]
    sheet["year"] = int(year)
    return sheet


def load_all(pattern):
    table = pd.DataFrame()
    for path in sorted(glob.glob(os.path.join(HERE, pattern))):
        one = load_sheet(path)
        table = table.append(one, ignore_index=True)
    return table


def per_plant(table):
    grouped = table.groupby("plant")["kg"]
    result = grouped.agg(["sum", "max", "count"])
    return result.sort_values("sum", ascending=False)


def best_year(table):
    return table.groupby("year")["kg"].sum().idxmax()


if __name__ == "__main__":
    table = load_all("harvest-*.csv")
    print("rows:", len(table))
    print(per_plant(table).to_string())
    print("best year:", best_year(table))
    print("total kg:", table["kg"].sum())
