"""A small text adventure. Plays the commands of a script file, one a line."""
import copy
import sys

import world


class Game:
    def __init__(self):
        self.rooms = copy.deepcopy(world.ROOMS)
        self.here = world.START
        self.bag = []
        self.moves = 0

    @property
    def room(self):
        return self.rooms[self.here]

    def look(self):
        print("[%s] %s" % (self.here, self.room["text"]))
        if self.room["items"]:
            print("  Here: " + ", ".join(self.room["items"]))

    def do_go(self, direction):
        if direction not in self.room["exits"]:
            print("You cannot go that way.")
            return
        self.here = self.room["exits"][direction]
        self.moves += 1
        self.look()

    def do_take(self, thing):
        if self.room.get("dark") and "lamp" not in self.bag:
            print("You cannot see a thing.")
        elif thing in self.room["items"]:
            self.room["items"].remove(thing)
            self.bag.append(thing)
            print("Taken:", thing)
        else:
            print("There is no", thing)

    def do_open(self, thing):
        if (self.here, thing) == world.GOAL and "key" in self.bag:
            print("The chest is full of gold. You win!")
            return True
        print("Nothing happens.")

    def command(self, line):
        verb, _, rest = line.partition(" ")
        method = getattr(self, "do_" + verb, None)
        if method is None:
            print("I do not know how to", verb)
            return False
        return bool(method(rest))


def main():
    name = sys.argv[1] if len(sys.argv) > 1 else "walkthrough.txt"
    game = Game()
    game.look()
    with open(name) as script:
        for line in script:
            print(">", line.strip())
            if game.command(line.strip()):
                break
    print("moves:", game.moves, "bag:", " ".join(sorted(game.bag)))


main()
