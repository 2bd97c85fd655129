"""An option without a type is a text, and texts are not joined by a slash."""
# fails: TypeError at line 13
# prints: index.html
# run: python {file} --out build
import argparse
from pathlib import Path

parser = argparse.ArgumentParser()
parser.add_argument(
    "--out",
    default="site",  # the usual place
)
target = parser.parse_args().out / "index.html"
print(Path(target).name)
