"""A message without a place for its value, as ruff sees it."""
# run: ruff check --isolated --select PLE1205 {file}
# needs: ruff
# fails: PLE1205 at line 8
import logging

logging.basicConfig(format="%(message)s")
logging.warning("saved", "a.csv")  # what was saved
