"""Repayment table of a loan with a fixed rate."""


def monthly_interest(percent_per_year):
    return percent_per_year / 100 / 12


def monthly_rate(loan, percent_per_year, years):
    """What has to be paid every month so that the loan is gone after `years`."""
    months = years * 12
    interest = monthly_interest(percent_per_year)
    if interest == 0:
        rate = loan / months
    else:
        factor = (1 + interest) ** months
        rate = loan * interest * factor / (factor - 1)


def schedule(loan, percent_per_year, years):
    """Yield (month, interest part, paid back, rest)."""
    rate = monthly_rate(loan, percent_per_year, years)
    interest = monthly_interest(percent_per_year)
    rest = loan
    for month in range(1, years * 12 + 1):
        share = rest * interest
        paid = min(rate - share, rest)
        rest -= paid
        yield month, share, paid, rest


def table(loan, percent_per_year, years):
    interest_sum = paid_sum = 0
    print(f"{'':<8}{'interest':>10}{'paid back':>12}{'rest':>12}")
    for month, share, paid, rest in schedule(loan, percent_per_year, years):
        interest_sum += share
        paid_sum += paid
        if month % 12 == 0:
            print(f"year {month // 12:<3}{interest_sum:>10.2f}{paid_sum:>12.2f}{abs(rest):>12.2f}")
            interest_sum = paid_sum = 0


if __name__ == "__main__":
    table(25_000, 5.0, 5)
    print(f"rate per month: {monthly_rate(25_000, 5.0, 5):.2f}")
