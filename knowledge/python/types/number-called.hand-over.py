"""Names sorted by their length."""
# fails: TypeError at line 10
# prints: ['Jo', 'Mia', 'Anton']


def length(name="?"):
    return len(name)


print(sorted(["Anton", "Mia", "Jo"], key=length()))  # short ones first
