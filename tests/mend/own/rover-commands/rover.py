# Simulate a rover on a grid. Commands: L, R, F and B.
# (lab 3)

class Rover:
	HEADINGS = "NESW"
	STEPS = {"N": (0, 1), "E": (1, 0), "S": (0, -1), "W": (-1, 0)}

	def __init__(self, x=0, y=0, heading="N", obstacles=()):
		self.x = x
		self.y = y
		self.heading = heading
		self.obstacles = set(obstacles)
		self.trail = [(x, y)]

	def turn(self, way):
		step = 1 if way == "R" else -1
		i = self.HEADINGS.index(self.heading)
		self.heading = self.HEADINGS[(i + step) % 4]

	def move(self, sign):
		dx, dy = self.STEPS[self.heading]
		target = (self.x + sign * dx, self.y + sign * dy)
		if target in self.obstacles:
			print("obstacle at", target)
			return False
		self.x, self.y = target
        	self.trail.append(target)
		return True

	def run(self, commands):
		for c in commands:
			if c in "LR":
				self.turn(c)
			elif c == "F":
				if not self.move(1):
					break
			elif c == "B":
				self.move(-1)
			else:
				print("unknown command", c)

	def __str__(self):
		return "(%d, %d) facing %s" % (self.x, self.y, self.heading)


if __name__ == "__main__":
	r = Rover(obstacles=[(3, 4)])
	r.run("FFRFFLFFRFF")
	print(r)
	r.run("LBBX")
	print(r)
	print("visited", len(set(r.trail)), "cells")
