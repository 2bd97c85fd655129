"""Fastest way through the tram network (Dijkstra)."""
from __future__ import annotations

import heapq
from math import inf

Network = dict[str, dict[str, int]]

TRAMS: Network = {
    "Dock": {"Market": 6, "Mill": 4},
    "Mill": {"Dock": 4, "Hill": 12},
    "Market": {"Dock": 6, "Hill": 7},
    "Hill": {"Market": 7, "Mill": 12},
    "Island": {},
}


def shortest(network: Network, start: str) -> tuple[dict[str, float], dict[str, str]]:
    """Minutes from *start* to every stop, and the stop before each."""
    minutes: dict[str, float] = {stop: inf for stop in network}
    before: dict[str, str] = {}
    minutes[start] = 0
    queue = [(0, start)]
    while queue:
        now, stop = heapq.heappop(queue)
        if now > minutes[stop]:
            continue
        for neighbour, ride in graph[stop].items():
            arrival = now + ride
            if arrival < minutes[neighbour]:
                minutes[neighbour] = arrival
                before[neighbour] = stop
                heapq.heappush(queue, (arrival, neighbour))
    return minutes, before


def path(before: dict[str, str], goal: str) -> list[str]:
    stops = [goal]
    while stops[-1] in before:
        stops.append(before[stops[-1]])
    return stops[::-1]


def main() -> None:
    minutes, before = shortest(TRAMS, "Dock")
    for goal in ("Hill", "Island"):
        if minutes[goal] == inf:
            print("no way to", goal)
        else:
            print(" -> ".join(path(before, goal)), minutes[goal], "min")


if __name__ == "__main__":
    main()
