# Geography quiz for class 6b
# every question has an answer and some wrong ones

import random

random.seed(12)

QUESTIONS = [
    ('Which city is the capital of Portugal?', 'Lisbon', ['Porto', 'Faro']),
    ('Which river flows through Vienna?', 'Danube', ['Rhine', 'Elbe']),
    ('What is Europe's highest mountain?', 'Elbrus', ['Mont Blanc', 'Etna']),
    ('How many countries border Austria?', '8', ['6', '7']),
]

# what the two players say (A, B or C would be better, but I don't know how yet)
ANSWERS = {
    'Nora': ['Lisbon', 'Danube', 'Mont Blanc', '8'],
    'Felix': ['Porto', 'danube ', 'Elbrus', '7'],
}


class Player:
    def __init__(self, name, answers):
        self.name = name
        self.answers = answers
        self.points = 0

    def answer(self, number):
        return self.answers[number]


def ask(number, question, right, wrong):
    choices = wrong + [right]
    random.shuffle(choices)
    print(number, question)
    for letter, choice in zip('ABC', choices):
        print('   ', letter, choice)


def is_right(given, right):
    return given.strip().lower() == right.lower()


def play(players):
    for number, (question, right, wrong) in enumerate(QUESTIONS):
        ask(number + 1, question, right, wrong)
        for player in players:
            given = player.answer(number)
            if is_right(given, right):
                player.points += 1
                print('  ', player.name, 'is right')
            else:
                print('  ', player.name, 'is wrong, it was', right)


def winner(players):
    best = max(player.points for player in players)
    return [player.name for player in players if player.points == best]


players = [Player(name, answers) for name, answers in ANSWERS.items()]
play(players)
print('-' * 30)
for player in players:
    print(player.name, player.points, 'points')
print('Winner:', ' and '.join(winner(players)))
