"""Sets a level."""
# fails: ValueError at line 6
# prints: 20
import logging
logger = logging.getLogger("app")
logger.setLevel("Info")  # not less
print(logger.level)
