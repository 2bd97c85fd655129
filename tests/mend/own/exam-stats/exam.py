'''
exam.py
Statistics about the points of an exam. Second exercise sheet, task 3.
'''
from math import sqrt

points = [88, 61, 73, 45, 90, 55]

# part a: total of all points
sum = 0
for p in points:
    sum += p
print('points:', sum)


# part b: mean and spread
def mean(values):
    total = 0
    for v in values:
        total += v
    return total / len(values)


def spread(values):
    '''Standard deviation of the whole group.'''
    m = mean(values)
    return sqrt(sum((v - m) ** 2 for v in values) / len(values))


print('mean %.1f' % mean(points))
print('spread %.1f' % spread(points))


# part c: who has passed?
def passed(values, limit=50):
    return [v for v in values if v >= limit]


print(len(passed(points)), 'of', len(points), 'passed')

# part d: histogram
for low in range(40, 100, 10):
    n = len([v for v in points if low <= v < low + 10])
    print('%2d-%2d %s' % (low, low + 9, '*' * n))
