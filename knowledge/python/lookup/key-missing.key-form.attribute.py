"""The accounts are kept by number; one is asked for by the account itself."""
# fails: KeyError at line 15
# prints: Ada


class Account:
    def __init__(self, number, owner):
        self.number = number
        self.owner = owner


mine = Account(7, "Ada")
accounts = {mine.number: mine}
# looked up again
print(accounts[mine].owner)
