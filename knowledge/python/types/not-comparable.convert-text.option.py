"""An option of the command line is a text until its type says otherwise."""
# fails: TypeError at line 10
# prints: yes
# run: python {file} --limit 5
import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--limit", default="3")  # pieces
args = parser.parse_args()
print("yes" if args.limit > 4 else "no")
