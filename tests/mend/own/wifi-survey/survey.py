"""Map of the wireless signal: readings are gathered into cells of the floor plan."""

from statistics import mean

CELL = 5.0  # metres

READINGS = [
    # x, y, dBm
    (1.2, 0.8, -48),
    (3.9, 4.1, -52),
    (7.0, 2.2, -78),
    (9.9, 4.9, -81),
    (2.5, 7.5, -60),
    (8.1, 8.8, -71),
]


class SignalMap:
    def __init__(self, cell=CELL):
        self.cell = cell
        self.values = {}

    def _key(self, x, y):
        cell_x = int(x // self.cell)
        cell_y = int(y // self.cell)
        return [cell_x, cell_y]

    def add(self, x, y, dbm):
        self.values.setdefault(self._key(x, y), []).append(dbm)

    def at(self, x, y):
        values = self.values.get(self._key(x, y))
        return mean(values) if values else None

    def weakest(self):
        return min(self.values, key=lambda key: mean(self.values[key]))

    def __len__(self):
        return len(self.values)


def main():
    survey = SignalMap()
    for x, y, dbm in READINGS:
        survey.add(x, y, dbm)
    cell_x, cell_y = survey.weakest()
    level = survey.at(cell_x * CELL, cell_y * CELL)
    print(f"weakest cell: ({cell_x}, {cell_y}) {level:.1f} dBm")
    print("cells measured:", len(survey))
    print("outside:", survey.at(99, 99))


if __name__ == "__main__":
    main()
