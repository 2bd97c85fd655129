# Bowling score kata
#
# A game is a string such as "X 7/ 9- X -8 8/ -6 X X X81"


class Frame(object):

    def __init__(self, number, rolls):
        self.number = number
        self.rolls = rolls
        self.score = None

    def is_strike(self):
        return self.rolls[0] == 10

    def is_spare(self):
        return not self.is_strike() and sum(self.rolls[:2]) == 10

    def __repr__(self):
        return "Frame(%d, %r, score=%r)" % (self.number, self.rolls, self.score)


def parse_rolls(text):
    """Turn the marks of one frame into numbers of pins."""
    rolls = []
    for mark in text:
        if mark == "X":
            rolls.append(10)
        elif mark == "/":
            rolls.append(10 - rolls[-1])
        elif mark == "-":
            rolls.append(0)
        else:
            rolls.append(int(mark))
    return rolls


def parse_game(text):
    return [Frame(i, parse_rolls(part)) for i, part in enumerate(text.split(), 1)]


def score_game(frames):
    """Fill in the running score of each frame and return the total."""
    total = 0
    for index, frame in enumerate(frames):
        following = []
        for later in frames[index + 1:]:
            following.extend(later.rolls)

        if frame.number == 10:
            total += sum(frame.rolls)
        elif frame.is_strike():
            total += 10 + sum(following[:2])
        elif frame.is_spare():
            total += 10 + following[0]
       else:
            total += sum(frame.rolls)
        frame.score = total
    return total


def show(text):
    frames = parse_game(text)
    total = score_game(frames)
    print(" | ".join("%3d" % f.score for f in frames))
    print("total:", total)
    return total


if __name__ == "__main__":
    games = [
        "X X X X X X X X X XXX",
        "X 7/ 9- X -8 8/ -6 X X X81",
        "9- 9- 9- 9- 9- 9- 9- 9- 9- 9-",
    ]
    best = max(show(game) for game in games)
    print("best game:", best)
