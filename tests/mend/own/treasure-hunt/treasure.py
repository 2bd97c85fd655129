# TREASURE HUNT
# You walk on a 5x5 island and look for the chest.
# The moves come from the list below (later: from the keyboard)

SIZE = 5
TREASURE = (3, 1)
TRAPS = [(1, 1), (2, 3)]

MOVES = ["east", "east", "north", "jump", "east", "west", "east"]


def distance(a, b):
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def draw(player):
    for y in range(SIZE - 1, -1, -1):
        row = ""
        for x in range(SIZE):
            if (x, y) == player:
                row += "@ "
            else:
                row += ". "
        print(row)


def move(player, direction):
    x, y = player
    if direction == "north":
        y = y + 1
    elif direction == "south":
        y = y - 1
    elif direction == "east"
        x = x + 1
    elif direction == "west":
        x = x - 1
    else:
        print("I don't know how to", direction)

    # don't fall into the sea
    if x < 0 or x >= SIZE or y < 0 or y >= SIZE:
        print("Splash! You can't go there.")
        return player
    return (x, y)


def hint(player):
    d = distance(player, TREASURE)
    if d == 1:
        return "very hot"
    elif d <= 3:
        return "warm"
    else:
        return "cold"


def game():
    player = (0, 0)
    steps = 0
    draw(player)
    for direction in MOVES:
        player = move(player, direction)
        steps = steps + 1
        if player == TREASURE:
            draw(player)
            print("You found the treasure after", steps, "steps!")
            return
        if player in TRAPS:
            print("A trap! Game over.")
            return
        print(direction, "->", player, hint(player))
    print("Night falls. You did not find it.")


game()
