"""An attribute is assigned as if the object were a dictionary."""
# fails: TypeError at line 12
# prints: Ada Lovelace


class User:
    def __init__(self, name):
        self.name = name


user = User("Ada")
user["name"] = "Ada Lovelace"  # in full
print(user.name)
