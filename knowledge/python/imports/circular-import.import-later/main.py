"""The program and its orders import each other."""
# fails: ImportError at line 4
# prints: 2 orders
from orders import total


def count():
    return 2


def run():
    """Print how many there are."""
    print(total(), "orders")  # all of them


if __name__ == "__main__":
    run()
