"""Raises every price."""
# fails: TypeError at line 6
# prints: [['pears', 4], ['plums', 6]]
stock = [("pears", 3), ("plums", 5)]
for row in stock:
    row[1] += 1
print(stock)
