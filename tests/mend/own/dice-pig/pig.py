# PIG - a dice game for two players
# Roll as often as you like, a 1 loses the points of the turn. First to 50 wins.

import random

random.seed(2024)

TARGET = 50
HOLD_AT = {"careful": 12, "bold": 25}

score = {"careful": 0, "bold": 0}
rolls = 0
busts = 0


def roll():
    return random.randint(1, 6)


def take_turn(player):
    """One turn; returns the points won."""
    global rolls
    points = 0
    while points < HOLD_AT[player] and score[player] + points < TARGET:
        die = roll()
        rolls += 1
        if die == 1:
            busts += 1
            return 0
        points += die
    return points


def play_game(first="careful"):
    for name in score:
        score[name] = 0
    order = ["careful", "bold"]
    if first == "bold":
        order.reverse()
    turns = 0
    while True:
        for player in order:
            turns += 1
            score[player] += take_turn(player)
            if score[player] >= TARGET:
                return player, turns


def tournament(games):
    wins = {"careful": 0, "bold": 0}
    longest = 0
    for g in range(games):
        who, turns = play_game("careful" if g % 2 == 0 else "bold")
        wins[who] += 1
        if turns > longest:
            longest = turns
    return wins, longest


wins, longest = tournament(100)
print("games:", sum(wins.values()))
print("wins:", wins)
print("longest game:", longest, "turns")
print("about every sixth roll is a bust:", 4 < rolls / busts < 8)
