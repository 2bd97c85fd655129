# Compare two sorting algorithms (homework 5)
import random


def bubble_sort(items):
    """Sort a list in place, return the number of swaps"""
    swaps = 0
    for i in range(len(items)):
        changed = False
        for j in range(len(items) - i):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
                swaps += 1
                changed = True
        if not changed:
            break
    return swaps


def insertion_sort(items):
    swaps = 0
    for i in range(1, len(items)):
        j = i
        while j > 0 and items[j - 1] > items[j]:
            items[j - 1], items[j] = items[j], items[j - 1]
            j -= 1
            swaps += 1
    return swaps


def selection_sort(items):
    swaps = 0
    for i in range(len(items)):
        smallest = i
        for j in range(i + 1, len(items)):
            if items[j] < items[smallest]:
                smallest = j
        if smallest != i:
            items[i], items[smallest] = items[smallest], items[i]
            swaps += 1
    return swaps


def race(algorithms, size, seed):
    rnd = random.Random(seed)
    numbers = [rnd.randint(0, 99) for _ in range(size)]
    for algorithm in algorithms:
        copy = numbers[:]
        swaps = algorithm(copy)
        ok = copy == sorted(numbers)
        print(f"{algorithm.__name__:<16} size {size:<4} swaps {swaps:<5} sorted: {ok}")


for size in (5, 20, 60):
    race([selection_sort, insertion_sort, bubble_sort], size, seed=size)
print("race over")
