"""Forgets those without age."""
# fails: RuntimeError at line 5
# prints: {'ann': 3}
ages = {"ann": 3, "bob": 0}
for name, age in ages.items():
    if not age:
        del ages[name]  # unknown
print(ages)
