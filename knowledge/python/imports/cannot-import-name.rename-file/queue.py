waiting = []


def put(order):
    waiting.append(order)


def first():
    return waiting[0]  # the longest there
