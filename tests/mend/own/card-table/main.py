"""A tiny game of War between two computer players."""
import random

SUITS = ["clubs", "diamonds", "hearts", "spades"]
RANKS = ["2", "3", "4", "5", "6", "7", "8", "9", "10", "J", "Q", "K", "A"]


def make_deck():
    deck = []
    for suit in SUITS:
        for value, rank in enumerate(RANKS):
            deck.append((value, rank, suit))
    return deck


def name_of(card):
    return card[1] + " of " + card[2]


def deal(deck):
    """Shuffle the deck and deal it into two equal hands."""
    shuffled = random.shuffle(deck)
    half = len(shuffled) // 2
    return shuffled[:half], shuffled[half:]


def play(left, right, show=3):
    points = [0, 0, 0]
    for number, (a, b) in enumerate(zip(left, right), start=1):
        if a[0] > b[0]:
            winner = 0
        elif b[0] > a[0]:
            winner = 1
        else:
            winner = 2
        points[winner] += 1
        if number <= show:
            print(number, ":", name_of(a), "against", name_of(b))
    return points


def main():
    random.seed(12)
    left, right = deal(make_deck())
    print("cards in each hand:", len(left), len(right))
    points = play(left, right)
    print("...")
    print("rounds played:", sum(points))
    if points[0] > points[1]:
        print("Left wins")
    elif points[1] > points[0]:
        print("Right wins")
    else:
        print("A draw")


if __name__ == "__main__":
    main()
