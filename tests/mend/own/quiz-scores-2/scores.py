# scores of the pub quiz, 4 rounds
teams = {
	"Red": [4, 5, 3, 2],
	"Blue": [5, 4, 5, 5],
	"Green": [3, 3, 4, 5],
}


def total(rounds):
	s = 0
	for points in rounds:
		s += points
	return s


def best(table):
	winner = None
	most = -1
	for name in table:
		points = total(table[name])
		if points > most:
			winner = name
		        most = points
	return winner, most


def best_round(table, number):
	"""name of the team with the most points in one round (from 0)"""
	top = None
	for name in table:
		if top is None or table[name][number] > table[top][number]:
			top = name
	return top


def stars(points):
	return "*" * (points // 2)


def show(table):
	names = sorted(table, key=lambda n: total(table[n]), reverse=True)
	for name in names:
		print(name.ljust(10), total(table[name]))


show(teams)
name, points = best(teams)
for number in range(4):
	print("round", number + 1, best_round(teams, number))
print("winner:", name, "with", points)
