# Summary of the lab measurements for the practical course
# values below the detection limit are written as "<0.05" and left out

import statistics as st

RAW = """
# sample; analyte; values in mg/l
A1; nitrate; 12.1 11.8 12.6 <0.05 12.0
A1; phosphate; 0.31 0.29 0.35 0.30
B4; nitrate; 4.4 4.9 4.1 4.6
B4; phosphate; <0.05 <0.05 0.08 0.07
"""

LIMITS = {"nitrate": 10.0, "phosphate": 0.2}


def measured(text):
    """the numbers of one row, without those below the detection limit"""
    for item in text.split():
        if item.startswith("<"):
            continue
        yield float(item)


def parse(raw):
    for line in raw.splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        sample, analyte, rest = [part.strip() for part in line.split(";")]
        yield sample, analyte, rest


def describe(values):
    mean = st.mean(values)
    sd = st.stdev(values)
    rel = 100 * sd / mean
    return mean, sd, rel


def main():
    print("%-6s %-10s %8s %8s %7s" % ("sample", "analyte", "mean", "sd", "rel %"))
    too_high = []
    for sample, analyte, rest in parse(RAW):
        values = measured(rest)
        mean, sd, rel = describe(values)
        print("%-6s %-10s %8.3f %8.3f %7.1f" % (sample, analyte, mean, sd, rel))
        if mean > LIMITS[analyte]:
            too_high.append(sample + "/" + analyte)
    print("over the limit:", ", ".join(too_high))


main()
