"""The first function uses the generator up, and the second finds nothing."""
# fails: statistics.StatisticsError at line 13
# prints: 4.3 0.2
import statistics


def numbers(line):
    for part in line.split(";"):  # one row
        yield float(part)


values, name = numbers("4.1; 4.5; 4.3"), "pH"
print(round(statistics.mean(values), 1), round(statistics.stdev(values), 1))
