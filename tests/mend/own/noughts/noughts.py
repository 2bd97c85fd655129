"""Noughts and crosses: two players who take the first good field they see."""

LINES = [
    (0, 1, 2), (3, 4, 5), (6, 7, 8),
    (0, 3, 6), (1, 4, 7), (2, 5, 8),
    (0, 4, 8), (2, 4, 6),
]


class Game:
    def __init__(self):
        self.board = " " * 9
        self.turn = "X"

    def free(self):
        return [i for i, mark in enumerate(self.board) if mark == " "]

    def play(self, field):
        if field not in self.free():
            print("field", field, "is taken")
            return False
        self.board[field] = self.turn
        self.turn = "O" if self.turn == "X" else "X"
        return True

    def winner(self):
        for a, b, c in LINES:
            if self.board[a] != " " and self.board[a] == self.board[b] == self.board[c]:
                return self.board[a]
        return None

    def over(self):
        return self.winner() is not None or not self.free()

    def show(self):
        for row in range(3):
            print("|".join(self.board[3 * row:3 * row + 3]))
            if row < 2:
                print("-+-+-")
        print()


def choose(game):
    """The middle, then corners, then the rest."""
    for field in (4, 0, 2, 6, 8, 1, 3, 5, 7):
        if field in game.free():
            return field


def main():
    game = Game()
    while not game.over():
        game.play(choose(game))
    game.show()
    print(game.winner() + " wins" if game.winner() else "draw")


if __name__ == "__main__":
    main()
