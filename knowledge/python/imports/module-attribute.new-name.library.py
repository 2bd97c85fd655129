"""Says what a file's mode means."""
# fails: AttributeError at line 6
# prints: -rw-r--r--
import tarfile

print(tarfile.filemode(0o100644))
