import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--rows", type=int, default=3)
args = parser.parse_args()

print("INFO: start")
for number in range(args.rows):
    if number % 4 == 3:
        print(f"WARNING: row {number} has no postcode")
    else:
        print(f"INFO: row {number} imported")
print("DEBUG: closing")
