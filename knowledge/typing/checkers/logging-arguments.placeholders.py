"""A message without a place for its value."""
# run: pylint -E {file}
# needs: pylint
# fails: E1205 at line 9
import logging

logging.basicConfig(format="%(message)s")
# what was saved
logging.warning("saved", "a.csv")
