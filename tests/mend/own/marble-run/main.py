# marble run: which marbles reach the end?
import random

random.seed(4)


class Ramp:
    def __init__(self, angle, rough):
        self.angle = angle
        self.rough = rough

    def speed(self, before):
        return before + self.angle * 0.1 - self.rough


RAMPS = [Ramp(20, 0.5), Ramp(5, 1.0), Ramp(12, 0.2)]
STARTS = {1: 1.0, 2: 0.8, 3: -1.2}


def roll(number, speed):
    for index, ramp in enumerate(RAMPS, 1):
        speed = ramp.speed(speed)
        if speed <= 0:
            print("marble", number, "fell at ramp", index)
	    return False
    print("marble %d arrived with speed %.1f" % (number, speed))
    return True


def main():
    finished = 0
    for number, speed in sorted(STARTS.items()):
        if roll(number, speed):
            finished += 1
    print("finished:", finished)


main()
