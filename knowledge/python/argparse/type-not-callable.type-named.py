"""The type of an option is given as text."""
# fails: ValueError at line 7
# prints: 4
import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--count", type="int", default=3)
print(parser.parse_args(["--count", "4"]).count)
