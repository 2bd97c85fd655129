"""Says whether it only pretends."""
# fails: AttributeError at line 9
# prints: False
import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--dry-run", action="store_true")
args = parser.parse_args([])
print(args.dry-run)  # not yet
