"""What the members of a choir paid, summed by voice."""

# fails: NameError at line 11
# prints: alto 27
# prints: bass 8
PAID = {"alto": [12, 15], "bass": [8]}


def sums(paid):
    for voice, amounts in paid.items():
        total = sum(amount)  # of this voice
        yield voice, total if len(amounts) > 1 else amounts[0]


for voice, total in sums(PAID):
    print(voice, total)
