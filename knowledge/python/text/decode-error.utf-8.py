"""Reads a list of guests where the system's encoding is ASCII."""
# setup: printf 'Jos\303\251\nZo\303\253\n' > guests.txt
# needs: posix
# run: env LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 python {file}
# fails: UnicodeDecodeError at line 11
# prints: 2 guests


def read_guests(path: str) -> list[str]:
    with open(path) as file:  # one name on a line
        return file.read().splitlines()


guests = read_guests("guests.txt")
print(len(guests), "guests")
