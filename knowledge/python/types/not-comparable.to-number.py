"""Which of the measurements are over the limit; the limit comes from a text."""
# fails: TypeError at line 7
# prints: [15, 22]
limit = "limit=10".partition("=")[2]
high = []
for value in [5, 15, 22]:
    if value > limit:
        high.append(value)
print(high)
