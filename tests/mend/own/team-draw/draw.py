# Draws teams for the table tennis evening
import random

NAMES = """Anna
Bilal
Chris
Dagny
Emil
Fatima
Goran
Hilde
Ivo
Jana
Kim""".split("\n")

TEAM_SIZE = 3


def draw(names, size, seed=None):
	"""Mix the names and cut them into teams."""
	names = list(names)
	random.Random(seed).shuffle(names)
	teams = []
	for t in range(len(names) / size):
		start = t * size
		teams.append(names[start:start + size])
	return teams


def pairings(teams):
	games = []
	for a in range(len(teams)):
		for b in range(a + 1, len(teams)):
			games.append((a + 1, b + 1))
	return games


if __name__ == "__main__":
	teams = draw(NAMES, TEAM_SIZE, seed=11)
	for no, team in enumerate(teams, 1):
		print("Team %d: %s" % (no, ", ".join(team)))
	print("Games:", pairings(teams))
