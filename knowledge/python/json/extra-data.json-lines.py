"""Counts orders."""
# setup: printf '{"id": 1}\n{"id": 2}\n' > orders.jsonl
# fails: json.decoder.JSONDecodeError at line 7
# prints: 2 orders
import json
with open("orders.jsonl") as file:
    orders = json.load(file)  # one on each line
print(len(orders), "orders")
