"""Reads the departures from a saved page."""
from pathlib import Path

from bs4 import BeautifulSoup


def load_page(path="page.html"):
    html = Path(path).read_text(encoding="utf-8")
    return BeautifulSoup(html, "html.parser")


def departures(soup):
    table = soup.find("table", id="departures")
    result = []
    for row in table.find_all("tr"):
        time = row.find("td", class_="time").get_text(strip=True)
        place = row.find("td", class_="to").get_text(strip=True)
        result.append((time, place))
    return result


def main():
    soup = load_page()
    print(soup.h1.get_text())
    rows = departures(soup)
    for time, place in rows:
        print(time, "to", place)
    print(len(rows), "departures")
    print("last:", max(rows)[0])


if __name__ == "__main__":
    main()
