#!/usr/bin/env python3
# prints the price list for the counter and the value of the stock
import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))


def load(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as f:
        return json.load(f)


def row(item):
    return "{:<8}{:<22}{:>8.2f}".format(item["sku"], item["name"], item["price"])


def stock_value(items):
    return sum(i["price"] * i["stock"] for i in items)


def main():
    items = load("items.json")
    items.sort(key=lambda i: i["sku"])
    print("PRICE LIST")
    for item in items:
        print(row(item))
    print()
    print("Stock value: %.2f" % stock_value(items))


if __name__ == "__main__":
    main()
