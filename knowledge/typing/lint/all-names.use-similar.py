"""What this module offers."""
# run: ruff check --isolated --select F822 {file}
# needs: ruff
# fails: F822 at line 6

__all__ = ['celsius', "farenheit"]  # in the order of their use


def celsius(degrees):
    return (degrees - 32) / 1.8


def fahrenheit(degrees):
    return degrees * 1.8 + 32
