"""usage: rates.py AMOUNT YEARS      monthly rate of a loan at 4 percent"""
import sys


def monthly_rate(amount, years, percent=4.0):
    months = years * 12
    p = percent / 100 / 12
    return amount * p / (1 - (1 + p) ** -months)


def main(argv):
    if len(argv) != 3:
        print(__doc__)
        return 2
    amount = float(argv[1])
    years = int(argv[2])
    print(f"{amount:,.2f} over {years} years: {monthly_rate(amount, years):,.2f} a month")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
