"""Sets a port."""
# fails: TypeError at line 6
# prints: 8000
import os

os.environ["PORT"] = 8000
print(os.environ["PORT"])
