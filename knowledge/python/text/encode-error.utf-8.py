"""Writes a price list where the system's encoding is ASCII."""
# needs: posix
# run: env LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 python {file}
# fails: UnicodeEncodeError at line 13
# prints: 2 prices
PRICES = {"tea": 2.5, "coffee": 3.0}


def write_prices(path: str) -> None:
    with open(path, "w") as file:
        for name, price in PRICES.items():
            # the sign comes last
            file.write(f"{name}: {price:.2f} \u20ac\n")


write_prices("prices.txt")
print(len(PRICES), "prices")
