import random

# Tic tac toe, two computer players (random against simple strategy)

EMPTY = " "
LINES = [
    (0, 1, 2), (3, 4, 5), (6, 7, 8),
    (0, 3, 6), (1, 4, 7), (2, 5, 8),
    (0, 4, 8), (2, 4, 6),
]


def new_board():
    return [EMPTY] * 9


def free_cells(board):
    cells = []
    for i in range(9):
        if board[i] = EMPTY:
            cells.append(i)
    return cells


def winner(board):
    for a, b, c in LINES:
        if board[a] != EMPTY and board[a] == board[b] == board[c]:
            return board[a]
    return None


def random_player(board, me, rng):
    return rng.choice(free_cells(board))


def smart_player(board, me, rng):
    other = "O" if me == "X" else "X"
    # win if possible, then block, then centre
    for mark in (me, other):
        for cell in free_cells(board):
            trial = board[:]
            trial[cell] = mark
            if winner(trial) == mark:
                return cell
    if board[4] == EMPTY:
        return 4
    return rng.choice(free_cells(board))


def play(players, rng):
    board = new_board()
    turn = 0
    while free_cells(board) and winner(board) is None:
        mark = "XO"[turn % 2]
        cell = players[mark](board, mark, rng)
        board[cell] = mark
        turn += 1
    return winner(board), board


def show(board):
    for row in range(0, 9, 3):
        print("|".join(board[row:row + 3]))
        if row < 6:
            print("-+-+-")


rng = random.Random(3)
score = {"X": 0, "O": 0, None: 0}
for game in range(200):
    who, board = play({"X": smart_player, "O": random_player}, rng)
    score[who] += 1

show(board)
print("games played:", sum(score.values()))
print("smart player wins more:", score["X"] > score["O"])
