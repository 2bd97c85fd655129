"""Read the departures from the saved page of the ferry company."""
from pathlib import Path

from bs4 import BeautifulSoup

PAGE = Path(__file__).with_name("departures.html")


def parse(html):
    soup = BeautifulSoup(html, "html.parser")
    table = soup.find("table", class_="departures")
    rows = table.find_all("tr")
    departures = []
    for row in rows[1:]:
        cells = [cell.get_text(strip=True) for cell in rows.find_all("td")]
        time, place, platform = cells
        departures.append({"time": time, "place": place, "platform": platform})
    return departures


def minutes(clock):
    """'08:15' -> 495"""
    hours, mins = clock.split(":")
    return int(hours) * 60 + int(mins)


def next_after(departures, clock):
    """The first departure at or after the given time, or None."""
    later = [d for d in departures if minutes(d["time"]) >= minutes(clock)]
    return min(later, key=lambda d: minutes(d["time"]), default=None)


def main():
    departures = parse(PAGE.read_text(encoding="utf-8"))
    for d in sorted(departures, key=lambda d: d["time"]):
        print(d["time"], d["place"], f"(pier {d['platform']})")
    print(len(departures), "departures")
    for clock in ("09:00", "12:00"):
        found = next_after(departures, clock)
        print("after", clock, "-", found["place"] if found else "nothing today")


if __name__ == "__main__":
    main()
