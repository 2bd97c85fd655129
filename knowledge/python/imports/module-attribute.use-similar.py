"""Waits a moment, then says so."""
# fails: AttributeError at line 7
# prints: done
import time

# a tenth of a second
time.slepe(0.1)
print("done")
