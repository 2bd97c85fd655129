"""A settings file was copied from a read-only place and kept its mode."""
# setup: printf 'theme=light\n' > settings.ini && chmod 444 settings.ini
# needs: posix, not-root
# runs-command: make-writable
# fails: PermissionError at line 10
# prints: theme=dark
from pathlib import Path

settings = Path("settings.ini")
settings.write_text("theme=dark\n")  # the user's choice
print(settings.read_text().strip())
