"""Makes invitations; the module that does it has the name of one of Python's."""
# needs: python<3.13
# fails: AttributeError at line 5
# prints: 8
# moves: +my_secrets.py -secrets.py
from secrets import invitation

print(len(invitation("Ada")))
