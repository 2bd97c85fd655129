# Rain water tanks in the allotment: how much is in them?
import math

tanks = [
    {"name": "north tank", "shape": "cylinder", "radius": 1.0, "level": 2.0},
    {"name": "old bath", "shape": "box", "length": 1.5, "width": 0.7, "level": 0.4},
    {"name": "barrel", "shape": "cylinder", "radius": 0.4, "level": 0.9},
    {"name": "pond", "shape": "box", "length": 2.46, "width": 1.0, "level": 1.0},
]


def cylinder(radius, level):
    return math.pi * radius ** 2 * level


def box(length, width, level):
    return length * width * level


def volume(tank):
    if tank["shape"] == "cylinder":
        cubic = round(cylinder(tank["radius"], tank["level"]), 2
    else:
        cubic = round(box(tank["length"], tank["width"], tank["level"]), 2)
    return cubic


total = 0
for tank in tanks:
    v = volume(tank)
    total += v
    print(f"{tank['name']}: {v:.2f} m3")

print(f"together {total:.2f} m3")
if total < 5:
    print("time to save water")
