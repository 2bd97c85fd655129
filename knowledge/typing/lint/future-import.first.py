"""An import of __future__ below another one."""
# run: ruff check --isolated --select F404 {file}
# needs: ruff
# fails: F404 at line 6
import sys
from __future__ import annotations

print(len(sys.argv))  # one
