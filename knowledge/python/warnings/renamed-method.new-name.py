"""The logger's method has a new name."""
# needs: python<3.13
# run: python -W always {file}
# fails: DeprecationWarning at line 9
# prints: done

import logging

logging.getLogger("shop").warn("late")  # once a day
print("done")
