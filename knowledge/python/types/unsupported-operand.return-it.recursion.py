"""The call of itself is not given back."""
# fails: TypeError at line 13
# prints: 5


def digits(number, count=1):
    if number < 10:
        return count
    # one digit less
    digits(number // 10, count + 1)


print(digits(1234) + 1)
