"""What the command line gives is a text; a path is asked of it."""
# fails: AttributeError at line 15
# prints: data
# run: python {file} --folder data/old
import argparse


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", help="where the files are")  # no file yet
    return parser.parse_args()


given = options()
print(given.folder.parent)
