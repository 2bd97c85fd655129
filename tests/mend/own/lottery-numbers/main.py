import random


def draw(how_many, top, seed):
    rng = random.Random(seed)
    return sorted(rng.sample(range(1, top + 1), how_many))


def show_ticket(ticket, columns=7):
    """Print the ticket the way it looks on paper, 49 fields in rows of 7."""
    for start in range(1, 50, columns):
        row = ""
        for number in range(start, start + columns):
            if number in ticket:
                row += " XX"
            else:
                row += str(number).rjust(3)
        print(row)


def play_until(ticket, wanted, seed=1):
    """Draw week after week until `wanted` numbers of the ticket are right."""
    weeks = 0
    best = []

    def one_week():
        numbers = draw(6, 49, seed + weeks)
        right = [n for n in ticket if n in numbers]
        weeks += 1
        return right

    while len(best) < wanted:
        right = one_week()
        if len(right) > len(best):
            best = right
            print("week", weeks, "-", len(right), "right:", right)
    return weeks


def main():
    ticket = [3, 11, 19, 28, 36, 42]
    print("my ticket:", ticket)
    show_ticket(ticket)
    weeks = play_until(ticket, 3)
    cost = weeks * 2.5
    print("three right after", weeks, "weeks")
    print("spent: %.2f" % cost)


main()
