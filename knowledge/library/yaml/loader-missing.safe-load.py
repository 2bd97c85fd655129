"""Reads a price."""
# needs: pyyaml
# fails: TypeError at line 7
# prints: {'price': 2}
import yaml

print(yaml.load("price: 2"))  # in euros
