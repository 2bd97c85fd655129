import random

# a simple race game, first one to reach the last field wins

COLOURS = ["red", "blue", "green", "yellow"]
FIELDS = 30
LADDERS = {4: 11, 9: 17, 21: 26}
SNAKES = {14: 6, 25: 12, 29: 20}


class Player:
    def __init__(self, name, colour):
        self.name = name
        self.colour = colour
        self.pos = 0

    def move(self, n):
        if self.pos + n > FIELDS:
            return
        self.pos += n
        self.pos = LADDERS.get(self.pos, self.pos)
        self.pos = SNAKES.get(self.pos, self.pos)


def make_players(names):
    players = []
    for i in range(len(names)):
        players.append(Player(names[i], COLOURS[i]))
    return players


def play(players, rng):
    rounds = 0
    while True:
        rounds += 1
        for p in players:
            p.move(rng.randint(1, 6))
            if p.pos == FIELDS:
                return p, rounds


def main():
    names = ["Ada", "Bo", "Cem", "Dora", "Eli"]
    rng = random.Random(4)
    players = make_players(names)
    winner, rounds = play(players, rng)
    print(winner.name, "(" + winner.colour + ") wins after", rounds, "rounds")
    for p in sorted(players, key=lambda p: -p.pos):
        print(p.colour.ljust(8), p.pos)


main()
