"""Rates that lie in a file."""
# fails: TypeError at line 9
# prints: 1.0
import json

with open("rates.json", "w") as file:
    file.write('{"EUR": 1.0}')
with open("rates.json") as file:
    rates = json.loads(file)  # by currency
print(rates["EUR"])
