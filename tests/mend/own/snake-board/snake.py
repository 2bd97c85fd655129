#!/usr/bin/env python
"""Snake on a text board. Moves are read from a string: U, D, L, R."""

import random
from collections import deque

STEPS = {"U": (0, -1), "D": (0, 1), "L": (-1, 0), "R": (1, 0)}
OPPOSITE = {"U": "D", "D": "U", "L": "R", "R": "L"}


class Snake(object):

	def __init__(self, x, y, heading="R"):
		self.body = deque([(x, y)])
		self.heading = heading
		self.growing = 0

	@property
	def head(self):
		return self.body[0]

	def turn(self, heading):
		# a snake cannot turn back on itself
		if heading != OPPOSITE[self.heading]:
			self.heading = heading

	def advance(self, width, height):
		dx, dy = STEPS[self.heading]
		x, y = self.head
		new = (x + dx, y + dy)
        # walk through the walls
        new = (new[0] % width, new[1] % height)
		if new in self.body:
			return False
		self.body.appendleft(new)
		if self.growing:
			self.growing -= 1
		else:
			self.body.pop()
		return True


class Board(object):

	def __init__(self, width, height, seed=3):
		self.width = width
		self.height = height
		self.random = random.Random(seed)
		self.snake = Snake(width // 2, height // 2)
		self.score = 0
		self.apple = None
		self.place_apple((7, 3))

	def place_apple(self, where=None):
		free = [(x, y) for y in range(self.height) for x in range(self.width)
			if (x, y) not in self.snake.body]
		self.apple = where or self.random.choice(free)

	def step(self, key):
		if key in STEPS:
			self.snake.turn(key)
		if not self.snake.advance(self.width, self.height):
			return False
		if self.snake.head == self.apple:
			self.score += 10
			self.snake.growing += 2
			self.place_apple((1, 3))
		return True

	def draw(self):
		rows = []
		for y in range(self.height):
			row = ""
			for x in range(self.width):
				if (x, y) == self.snake.head:
					row += "@"
				elif (x, y) in self.snake.body:
					row += "o"
				elif (x, y) == self.apple:
					row += "*"
				else:
					row += "."
			rows.append(row)
		return "\n".join(rows)


def main():
	board = Board(10, 6)
	for number, key in enumerate("RRRRRRDLU", 1):
		if not board.step(key):
			print("crashed at move %d" % number)
			break
	print(board.draw())
	print("score: %d, length: %d" % (board.score, len(board.snake.body)))


if __name__ == "__main__":
	main()
