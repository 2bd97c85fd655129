# pub quiz score board
# one line per round in rounds.txt:  round; team=points, team=points ...

FILE = "rounds.txt"


def read_rounds(filename):
    rounds = []
    with open(filename) as f:
        for line in f:
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            title, scores = line.split(";")
            points = {}
            for part in scores.split(","):
                team, value = part.split("=")
                points[team.strip()] = int(value)
            rounds.append((title, points))
    return rounds


def add_up(rounds):
    totals = {}
    for title, points in rounds:
        for team in points:
            totals[team] = totals.get(team, 0) + points[team]
    return totals


def rank(totals):
    """Teams with their points, the best first."""
    teams = list(totals.items())
    ranking = teams.sort(key=lambda t: t[1], reverse=True)
    return ranking


def print_board(ranking):
    place = 0
    last = None
    for number, (team, points) in enumerate(ranking):
        # same points, same place
        if points != last:
            place = number + 1
            last = points
        print("%d. %-10s %3d" % (place, team, points))


rounds = read_rounds(FILE)
totals = add_up(rounds)
print("after", len(rounds), "rounds")
print_board(rank(totals))
print("points in all:", sum(totals.values()))
