"""The title is put together, but not given back."""
# fails: AttributeError at line 11
# prints: ADA LOVELACE


def title(first, last):
    full = first + " " + last
    # with a blank between


print(title("Ada", "Lovelace").upper())
