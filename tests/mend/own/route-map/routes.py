"""Footpaths between mountain huts: shortest walks and lonely huts."""
from __future__ import annotations

import networkx as nx

PATHS = [
    # from, to, kilometres, metres of climb
    ("valley", "lake hut", 6.0, 550),
    ("valley", "forest inn", 3.5, 120),
    ("forest inn", "lake hut", 3.0, 430),
    ("lake hut", "summit hut", 4.0, 800),
    ("forest inn", "ridge hut", 7.5, 900),
    ("ridge hut", "summit hut", 2.0, 150),
]


class HutMap:
    """A directed graph, because uphill takes longer than downhill."""

    KM_PER_HOUR = 4.0
    CLIMB_PER_HOUR = 400.0

    def __init__(self, paths):
        self.graph = nx.DiGraph()
        for start, end, km, climb in paths:
            self.add_path(start, end, km, climb)

    def add_path(self, start, end, km, climb):
        up = self._hours(km, climb)
        down = self._hours(km, 0)
        self.graph.add_edge(start, end, hours=up, km=km)
        self.graph.add_edge(end, start, hours=down, km=km)

    def _hours(self, km, climb):
        return round(km / self.KM_PER_HOUR + climb / self.CLIMB_PER_HOUR, 2)

    def walk(self, start, end):
        """Huts on the quickest way, and the hours it takes."""
        huts = nx.shortest_path(self.graph, start, end, weight="hours")
        return huts, nx.path_weight(self.graph, huts, weight="hours")

    def within(self, start, hours):
        lengths = nx.single_source_dijkstra_path_length(self.graph, start, weight="hours")
        return sorted(hut for hut, needed in lengths.items() if 0 < needed <= hours)

    def round_trip(self, start, end):
        up, hours_up = self.walk(start, end)
        down, hours_down = self.walk(end, start)
        return up + down[1:], hours_up + hours_down

    def lonely(limit=1):
        """Huts with at most `limit` direct neighbours."""
        return sorted(hut for hut, degree in self.graph.out_degree() if degree <= limit)


def main():
    huts = HutMap(PATHS)
    huts.add_path("summit hut", "bivouac", 1.0, 300)

    way, hours = huts.walk("valley", "summit hut")
    print(" > ".join(way), f"({hours:.2f} h)")
    way, hours = huts.round_trip("lake hut", "ridge hut")
    print(" > ".join(way), f"({hours:.2f} h)")
    print("within 3 hours of the valley:", ", ".join(huts.within("valley", 3)))
    print("lonely:", ", ".join(huts.lonely()))


if __name__ == "__main__":
    main()
