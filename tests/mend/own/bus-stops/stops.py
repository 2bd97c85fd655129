"""Length of a bus line from the stops of the export."""
import math
import xml.etree.ElementTree as ET


def haversine(lat1, lon1, lat2, lon2):
    p1, p2 = math.radians(lat1), math.radians(lat2)
    a = (math.sin((p2 - p1) / 2) ** 2
         + math.cos(p1) * math.cos(p2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2)
    return 2 * 6371000 * math.asin(math.sqrt(a))


def stops(path):
    root = ET.parse(path).getroot()
    for node in root.iter("stop"):
        yield node.findtext("name"), float(node.findtext("lat")), float(node.findtext("lon"))


def main():
    route = list(stops("stops.xml"))
    total = 0.0
    for (name, *here), (other, *there) in zip(route, route[1:]):
        d = haversine(*here, *there)
        total += d
        print(f"{name} -> {other}: {d:.0f} m")
    print(f"total {total / 1000:.2f} km")


if __name__ == "__main__":
    main()
