"""The function of threading has a new name."""
# needs: python>=3.10
# run: python -W always {file}
# fails: DeprecationWarning at line 9
# prints: MainThread

import threading

print(threading.currentThread().name)  # who runs
