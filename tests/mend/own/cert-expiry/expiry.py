"""Warn before the certificates in the inventory run out."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

WARN = timedelta(days=21)

INVENTORY = """
www.example.org   Mar  4 12:00:00 2021 GMT
mail.example.org  Jan 31 08:30:00 2099 GMT
"""


@dataclass
class Certificate:
    host: str
    not_after: datetime

    @classmethod
    def from_line(cls, line):
        host, _, text = line.strip().partition(" ")
        moment = datetime.strptime(" ".join(text.split()), "%b %d %H:%M:%S %Y %Z")
        return cls(host, moment.replace(tzinfo=timezone.utc))

    def left(self, now=None):
        now = now or datetime.now()
        return self.not_after - now

    def state(self):
        left = self.left()
        if left < timedelta(0):
            return "expired"
        if left < WARN:
            return f"only {left.days} days left"
        return f"ok until {self.not_after:%Y-%m-%d}"


def by_domain(certificates):
    """Certificates grouped by the last two parts of the host name."""
    groups = {}
    for cert in certificates:
        domain = ".".join(cert.host.split(".")[-2:])
        groups.setdefault(domain, []).append(cert)
    return groups


def renewals(certificates, months=3):
    """Hosts and the day on which their renewal should be asked for."""
    ahead = timedelta(days=30 * months)
    for cert in certificates:
        yield cert.host, (cert.not_after - ahead).date()


def main():
    certificates = [Certificate.from_line(line) for line in INVENTORY.strip().splitlines()]
    for cert in sorted(certificates, key=lambda cert: cert.not_after):
        print(f"{cert.host:<20}{cert.state()}")
    for host, day in renewals(certificates):
        print(f"renew {host} by {day}")
    for domain, certs in by_domain(certificates).items():
        print(f"{domain}: {len(certs)}")


if __name__ == "__main__":
    main()
