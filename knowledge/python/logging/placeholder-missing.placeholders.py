"""Logs a name."""
# fails: TypeError at line 7
# prints: done
import logging

logging.basicConfig(level=logging.INFO, filename="out.log")
logging.info("user", "bob")  # who
print("done")
