"""What the basket costs; fruit without a price is free."""
# fails: KeyError at line 10
# prints: 4.5 for 5 pieces
prices = {"apple": 1.5, "pear": 0.9}
basket = {"apple": 3, "quince": 2}

total = 0.0
for fruit, count in basket.items():
    # a price is for one piece
    total += 1.0 * prices[fruit] * count
print(total, "for", sum(basket.values()), "pieces")
