# Schrittzähler: Auswertung einer Woche

WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
STEPS = [6200, 7400, 8100, 9000, 5100, 9300, 8800]
GOAL = 8000


def average(days):
    return sum(days) / len(days)


def longest_rise(days):
    """How many days in a row had more steps than the day before."""
    longest = run = 0
    for i in range(len(days)):
        if days[i + 1] > days[i]:
            run += 1
            longest = max(longest, run)
        else:
            run = 0
    return longest


def biggest_jump(days):
    jumps = [(later - earlier, i) for i, (earlier, later) in enumerate(zip(days, days[1:]))]
    return max(jumps)


def bar(steps, width=20):
    filled = round(width * min(steps, 10_000) / 10_000)
    return "#" * filled + "." * (width - filled)


def main():
    for name, steps in zip(WEEK, STEPS):
        mark = "*" if steps >= GOAL else " "
        print(f"{name} {bar(steps)} {steps:>6} {mark}")
    print(f"average: {average(STEPS):.0f}")
    print(f"goal reached: {sum(s >= GOAL for s in STEPS)} of {len(STEPS)}")
    print(f"longest rise: {longest_rise(STEPS)} days")
    jump, i = biggest_jump(STEPS)
    print(f"biggest jump: {jump:+} ({WEEK[i]} to {WEEK[i + 1]})")


main()
