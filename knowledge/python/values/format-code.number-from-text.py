"""A part of a line in a column of numbers."""
# fails: ValueError at line 6
# prints: ink      3.50
for line in ["ink 3.5"]:
    name, price = line.split()
    print(f"{name:<5}{price:>8.2f}")  # in euros
