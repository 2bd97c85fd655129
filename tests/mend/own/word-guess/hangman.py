# Hangman, week 4 assignment.
# Plays against a list of guesses so it can be marked without typing.

import string

MAX_WRONG = 6

GALLOWS = [
    "  +---+\n      |\n      |\n     ===",
    "  +---+\n  O   |\n      |\n     ===",
    "  +---+\n  O   |\n  |   |\n     ===",
    "  +---+\n  O   |\n /|   |\n     ===",
    "  +---+\n  O   |\n /|\\  |\n     ===",
    "  +---+\n  O   |\n /|\\  |\n /   ===",
    "  +---+\n  O   |\n /|\\  |\n / \\ ===",
]


class Hangman:
    def __init__(self, secret):
        self.secret = secret.lower()
        self.guessed = set()
        self.wrong = 0

    def masked(self):
        """The word with the letters not guessed yet as underscores."""
        return " ".join(c if c in self.guessed else "_" for c in self.secret)

    def won(self):
        return all(c in self.guessed for c in self.secret)

    def lost(self):
        return self.wrong >= MAX_WRONG

    def guess(self, letter):
        """Returns the message to show to the player."""
        letter = letter.lower()
        if len(letter) != 1 or letter not in string.ascii_lowercase:
            return "Please guess one letter."
        elif letter in self.guessed
            return "You already tried " + letter
        self.guessed.add(letter)
        if letter in self.secret:
            return "Good guess!"
        else:
            self.wrong += 1
            return "Sorry, no " + letter


def play(secret, guesses):
    game = Hangman(secret)
    for g in guesses:
        print(g, "->", game.guess(g))
        print("   ", game.masked())
        if game.won():
            print("You win with", game.wrong, "wrong guesses")
            break
        if game.lost():
            print(GALLOWS[game.wrong])
            print("You lose, the word was", game.secret)
            break
    return game.won()


results = []
results.append(play("python", ["p", "e", "y", "p", "t", "h", "o", "7", "n"]))
results.append(play("quartz", list("eioulmnbp")))
print("won", results.count(True), "of", len(results))
