"""The name was copied, with a zero-width blank."""
# fails: KeyError at line 6
# prints: 3
import os
os.environ["STOCK"] = "3"
print(os.environ["STO​CK"])
