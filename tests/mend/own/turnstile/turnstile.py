"""Counting people at the museum's turnstile with closures."""

EVENTS = "in in out in in in in out out in out out out in in".split()


def make_turnstile(limit, on_full=None):
    """Functions (enter, leave, count) for a room that holds `limit` people."""
    inside = 0

    def enter():
        if inside >= limit:
            if on_full:
                on_full(inside)
            return False
        inside += 1
        return True

    def leave():
        nonlocal inside
        if inside == 0:
            raise ValueError("nobody is inside")
        inside -= 1

    def count():
        return inside

    return enter, leave, count


def main():
    refused = []
    enter, leave, count = make_turnstile(3, on_full=refused.append)
    peak = 0
    for event in EVENTS:
        if event == "in":
            enter()
        elif count():
            leave()
        peak = max(peak, count())
    print("peak:", peak)
    print("refused:", len(refused))
    print("still inside:", count())


if __name__ == "__main__":
    main()
