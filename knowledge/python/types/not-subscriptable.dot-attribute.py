"""The parser's options are read as if they were a dictionary."""
# fails: TypeError at line 10
# prints: report.csv
import argparse

parser = argparse.ArgumentParser()
parser.add_argument("-o", "--out-file", default="report.csv")
options = parser.parse_args([])
# where to
print(options["out_file"])
