# dice duel - week 6 exercise (classes)
import random


class Fighter:

    def __init__(self, name, dice, sides=6, life=20):
        self.name = name
        self.dice = dice
        self.sides = sides
        self.life = life

    def roll():
        """Sum of all dice of the fighter."""
        total = 0
        for _ in range(self.dice):
            total += random.randint(1, self.sides)
        return total

    def hit(self, damage):
        self.life -= damage
        if self.life < 0:
            self.life = 0

    def is_alive(self):
        return self.life > 0

    def __str__(self):
        return self.name + " (" + str(self.life) + ")"


class Duel:

    def __init__(self, first, second):
        self.first = first
        self.second = second
        self.rounds = 0

    def play_round(self):
        self.rounds += 1
        a = self.first.roll()
        b = self.second.roll()
        if a > b:
            self.second.hit(a - b)
        elif b > a:
            self.first.hit(b - a)

    def play(self):
        while self.first.is_alive() and self.second.is_alive():
            self.play_round()
            print(self.rounds, self.first, self.second)
        return self.first if self.first.is_alive() else self.second


random.seed(11)
duel = Duel(Fighter("Feather", 2), Fighter("Brick", 3, sides=8, life=30))
winner = duel.play()
print("winner:", winner.name)
print("rounds:", duel.rounds)
