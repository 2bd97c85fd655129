import sys


def read_costs(filename):
    costs = {}
    with open(filename) as f:
        for line in f:
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            what, amount = line.split(";")
            costs[what] = costs.get(what, 0) + float(amount)
    return costs


def print_costs(costs):
    width = max(len(k) for k in costs)
    for what in sorted(costs, key=costs.get, reverse=True):
        print(what.ljust(width), "%9.2f" % costs[what])
    print("-" * (width + 10))
    print("total".ljust(width), "%9.2f" % sum(costs.values()))


filename = sys.argv[1] if len(sys.argv) > 1 else "costs.txt"
print_costs(read_costs(filename))
