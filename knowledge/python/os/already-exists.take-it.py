"""Makes a folder for reports."""
# setup: mkdir reports
# fails: FileExistsError at line 6
# prints: ready
import os
os.mkdir("reports")
print("ready")
