"""Joins the tables that a function reads."""
# needs: pandas
# fails: AttributeError at line 15
# prints: 14
import io
import pandas as pd

def read(text):
    part = pd.read_csv(io.StringIO(text))
    part["price"] = part["price"] * 2
    return part

stock = pd.DataFrame({"price": []})
for text in ("price\n2\n", "price\n5\n"):
    stock = stock.append(read(text), ignore_index=True)  # the next
print(int(stock["price"].sum()))
