"""Consumption of the car from the fill-up log, with a small chart."""
import csv
import io

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

LOG = """\
date,odometer,litres,price
2024-01-07,45210,38.2,1.79
2024-01-21,45790,37.1,1.81
2024-02-04,46402,39.0,1.77
2024-02-20,46985,36.9,1.84
"""


def read_log(text):
    rows = []
    for row in csv.DictReader(io.StringIO(text)):
        rows.append(
            {
                "date": row["date"],
                "odometer": int(row["odometer"]),
                "litres": float(row["litres"]),
                "price": float(row["price"]),
            }
        )
    return rows


def consumption(rows):
    """Litres per 100 km between each fill-up and the one before."""
    result = []
    for before, now in zip(rows, rows[1:]):
        distance = now["odometer"] - before["odometer"]
        litres = now["litres"]
        if distance <= 0:
            continue
        result.append((now["date"], 100 * liters / distance))
    return result


def chart(points, filename):
    fig, ax = plt.subplots(figsize=(5, 3))
    ax.plot([day for day, _ in points], [value for _, value in points], marker="o")
    ax.set_ylabel("l / 100 km")
    ax.set_ylim(bottom=0)
    fig.tight_layout()
    fig.savefig(filename)
    plt.close(fig)


def main():
    rows = read_log(LOG)
    points = consumption(rows)
    for day, value in points:
        print(f"{day}  {value:.2f}")
    print(f"mean consumption: {sum(v for _, v in points) / len(points):.1f} l/100 km")
    print(f"spent: {sum(r['litres'] * r['price'] for r in rows):.2f}")
    chart(points, "fuel.png")
    print("saved fuel.png")


if __name__ == "__main__":
    main()
