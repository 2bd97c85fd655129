"""Rates that stand in a text."""
# fails: AttributeError at line 7
# prints: 1.0
import json

answer = '{"EUR": 1.0}'
rates = json.load(answer)  # by currency
print(rates["EUR"])
