"""Who does what this week? A wheel that turns one place each week."""

PEOPLE = ["Ana", "Bo", "Chi"]
CHORES = ["washes up", "takes the bins out", "hoovers"]


class Wheel:
    def __init__(self, people, chores):
        self.people = list(people)
        self.chores = list(chores)
        self.skipped = {}

    def skip(self, week, person):
        """The person is away in that week."""
        self.skipped.setdefault(week, set()).add(person)

    def turn(self, week):
        """The list of (person, chore) for a week."""
        away = self.skipped.get(week, set())
        here = [p for p in self.people if p not in away]
        pairs = []
        for number, chore in enumerate(self.chores):
            person = here[(number + week) % len(here)]
            pairs.append((person, chore))
       return pairs

    def show(self, week):
        for person, chore in self.turn(week):
            print(f"week {week}: {person} {chore}")


def main():
    wheel = Wheel(PEOPLE, CHORES)
    wheel.skip(2, "Chi")
    wheel.skip(4, "Bo")
    for week in range(1, 5):
        wheel.show(week)


if __name__ == "__main__":
    main()
