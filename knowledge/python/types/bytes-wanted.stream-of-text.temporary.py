"""Text is written to a temporary file, which takes bytes unless told otherwise."""
# fails: TypeError at line 7
# prints: one
import tempfile

with tempfile.NamedTemporaryFile(suffix=".txt") as file:
    file.write("one\n")  # a line
    file.seek(0)
    print(file.read().strip())
