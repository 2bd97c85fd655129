"""The time is taken with its zone."""
# needs: python>=3.12
# run: python -W always {file}
# fails: DeprecationWarning at line 9
# prints: True

import datetime

now = datetime.datetime.utcnow()  # of the order
print(now.year > 2000)
