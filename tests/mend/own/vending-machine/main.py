"""Which snack sells at which hour?  Reads the log of the vending machine."""

LOG = """\
08:02 SALE water 1.20
08:40 SALE crisps 1.50
08:41 REFUND crisps 1.50
10:15 SALE water 1.20
10:16 SALE chocolate 1.80
10:20 SALE water 1.20
13:05 SALE crisps 1.50
"""


class MachineLog:
    def __init__(self, text):
        self.rows = [line.split() for line in text.splitlines() if line]
        self.sold = {}
        self.money = 0.0

    def replay(self):
        for time, action, snack, price in self.rows:
            if action == "SALE":
                self.sold[snack] += 1
                self.money += float(price)
            elif action == "REFUND":
                self.sold[snack] -= 1
                self.money -= float(price)

    def hours(self):
        hours = {}
        for time, action, snack, price in self.rows:
            hours.setdefault(time[:2], []).append(snack)
        return hours

    def refunds(self):
        """Snacks that somebody got the money back for."""
        return sorted({row[2] for row in self.rows if row[1] == "REFUND"})

    def favourite(self):
        return max(self.sold, key=self.sold.get)


log = MachineLog(LOG)
log.replay()
for snack in sorted(log.sold):
    print(f"{snack:<12}{log.sold[snack]}")
print(f"money: {log.money:.2f}")
print("favourite:", log.favourite())
print("refunded:", ", ".join(log.refunds()))
print("busy hour:", max(log.hours(), key=lambda h: len(log.hours()[h])))
