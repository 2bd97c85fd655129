"""Names sorted without regard to case."""
# fails: TypeError at line 10
# prints: ['Anton', 'mia']


def lower(name="?"):
    return name.lower()


print(sorted(["mia", "Anton"], key=lower()))
