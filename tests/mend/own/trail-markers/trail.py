"""Length and height of a walking trail from a file of markers."""
import math

MARKERS = """
# lat lon height name
47.5012 11.0923 812 car park
47.5050 11.1011 935 chapel
47.5121 11.1093 1180 hut
47.5197 11.1102 1420 saddle
47.5240 11.1220 1395 lake
47.5301 11.1351 1610 summit
"""

EARTH = 6371.0


class Trail:
    def __init__(self):
        self.points = []

    def parse(self, text):
        for line in text.splitlines():
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            lat, lon, height, name = line.split(None, 3)
            self.points.add((float(lat), float(lon), int(height), name))
        return self

    def legs(self):
        for i in range(1, len(self.points)):
            yield self.points[i - 1], self.points[i]

    def length(self):
        return sum(distance(a, b) for a, b in self.legs())

    def climb(self):
        return sum(max(0, b[2] - a[2]) for a, b in self.legs())


def distance(a, b):
    """Haversine distance in km."""
    lat1, lon1, lat2, lon2 = map(math.radians, (a[0], a[1], b[0], b[1]))
    h = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH * math.asin(math.sqrt(h))


if __name__ == "__main__":
    trail = Trail().parse(MARKERS)
    print("first marker:", trail.points[0][3])
    print("highest: {0[3]} ({0[2]} m)".format(max(trail.points, key=lambda p: p[2])))
    print(f"length: {trail.length():.2f} km")
    print(f"climb: {trail.climb()} m")
