"""What is left on an account."""
# fails: AttributeError at line 16
# prints: Mia 75


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def withdraw(self, amount):
        self.balance -= amount


account = Account("Mia", 100)
account.withdrew(25)
print(account.owner, account.balance)
