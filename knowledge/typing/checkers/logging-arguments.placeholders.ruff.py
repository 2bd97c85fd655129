"""The same, as ruff sees it."""
# run: ruff check --isolated --select PLE1205 {file}
# needs: ruff
# fails: PLE1205 at line 9
import logging

logging.basicConfig(format="%(message)s")
# what was saved
logging.warning("saved", "a.csv")
