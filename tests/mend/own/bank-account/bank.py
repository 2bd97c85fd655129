# OOP exercise 2: accounts
from datetime import date


class InsufficientFunds(Exception):
    pass


class Account:
    """A bank account with a history of bookings"""

    def __init__(self, number, owner, balance=0):
        self.number = number
        self.owner = owner
        self.balance = balance
        self.history = []

    def deposit(self, amount, day):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append((day, "deposit", amount))

    def withdraw(self, amount, day):
        if amount > self.available():
            raise InsufficientFunds("only %.2f left" % self.available())
        self.balance -= amount
        self.history.append((day, "withdraw", -amount))

    def available(self):
        return self.balance

    def statement():
        print("Account", self.number, "of", self.owner)
        for day, what, amount in self.history:
            print(" ", day.isoformat(), what.ljust(10), "%9.2f" % amount)
        print("  balance".ljust(22), "%9.2f" % self.balance)


class SavingsAccount(Account):

    def __init__(self, number, owner, rate, balance=0):
        super().__init__(number, owner, balance)
        self.rate = rate

    def add_interest(self, day):
        interest = round(self.balance * self.rate / 100, 2)
        self.balance += interest
        self.history.append((day, "interest", interest))


class CheckingAccount(Account):

    def __init__(self, number, owner, overdraft=0, balance=0):
        super().__init__(number, owner, balance)
        self.overdraft = overdraft

    def available(self):
        return self.balance + self.overdraft


class Bank:

    def __init__(self):
        self.accounts = {}

    def open(self, account):
        self.accounts[account.number] = account
        return account

    def transfer(self, source, target, amount, day):
        self.accounts[source].withdraw(amount, day)
        self.accounts[target].deposit(amount, day)

    def month_end(self, day):
        for account in self.accounts.values():
            if isinstance(account, SavingsAccount):
                account.add_interest(day)
            account.statement()


bank = Bank()
bank.open(CheckingAccount("C-1", "customer one", overdraft=200, balance=100))
bank.open(SavingsAccount("S-1", "customer two", rate=1.5))
bank.transfer("C-1", "S-1", 250, date(2024, 5, 3))
try:
    bank.transfer("C-1", "S-1", 100, date(2024, 5, 9))
except InsufficientFunds as e:
    print("refused:", e)
bank.month_end(date(2024, 5, 31))
print("sum of all balances: %.2f" % sum(a.balance for a in bank.accounts.values()))
