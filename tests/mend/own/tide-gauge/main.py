# Changes between two readings of the gauge in the harbour
readings = [
    ("00:00", 1.2),
    ("03:00", 2.1),
    ("06:00", 1.0),
    ("09:00", 1.9),
]


def changes(readings):
    result = []
    for i in range(len(readings)):
        when, height = readings[i]
        next_height = readings[i + 1][1]
        result.append((when, round(next_height - height, 2)))
    return result


def describe(when, change):
    word = "rise" if change > 0 else "fall"
    return f"{word} of {abs(change)} m after {when}"


def main():
    steps = changes(readings)
    for when, change in steps:
        print(describe(when, change))
    print("largest change", max(abs(change) for _, change in steps), "m")


main()
