"""The tickets of a tombola that won something."""
# fails: UnboundLocalError at line 7
# prints: [10, 25]


def winners(tickets):
    for ticket in ticket:  # in the order of the draw
        if ticket % 5 == 0:
            yield ticket


print(list(winners([3, 10, 25])))
