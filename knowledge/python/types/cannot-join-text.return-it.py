"""The greeting is printed where it is to be joined."""
# fails: TypeError at line 10
# prints: hello: to Ada Lovelace


def address(name):
    print(f"to {name}")  # the first line


print("hello: " + address("Ada Lovelace"))
