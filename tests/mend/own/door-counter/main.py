"""Counts people at the museum door."""

EVENTS = ["in", "in", "out", "in", "in", "out", "out"]


def make_counter(limit):
    """Two functions that share the number of people inside."""
    inside = 0
    seen = []

    def on_event(event):
        if event == "in":
            inside += 1
        elif event == "out":
            inside -= 1
        seen.append(inside)
        return inside <= limit

    def stats():
        return max(seen), seen[-1]

    return on_event, stats


def main():
    on_event, stats = make_counter(limit=10)
    for event in EVENTS:
        if not on_event(event):
            print("please wait")
    most, last = stats()
    print("most people inside:", most)
    print("at closing:", last)


if __name__ == "__main__":
    main()
