"""Calls a parameter lambda, and gives it by name."""
# fails: SyntaxError at line 4
# prints: 6 lambda
def scaled(size, lambda=1):  # a factor
    return size * lambda


print(scaled(2, lambda=3), "lambda")
