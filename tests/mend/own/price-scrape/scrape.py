"""Reads the saved price page of the plant nursery (prices.html)."""
from bs4 import BeautifulSoup
import json
import os
import re

PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "prices.html")


def to_number(text):
    """'1.250,00 EUR' -> 1250.0"""
    digits = re.sub(r"[^\d,]", "", text)
    return float(digits.replace(",", "."))


class PricePage(object):

    def __init__(self, html):
        self.soup = BeautifulSoup(html, "lxml")

    def updated(self):
        return self.soup.find("time")["datetime"]

    def sections(self):
        for section in self.soup.select("section.offer"):
            title = section.h2.get_text(strip=True)
            yield title, list(self._plants(section))

    def _plants(self, section):
        table = section.find_all("table", class_="plants")
        for tr in table.find_all("tr"):
            cells = [td.get_text(" ", strip=True) for td in tr.find_all("td")]
            if len(cells) != 3:     # heading row
                continue
            name, pot, price = cells
            yield {"name": name, "pot": pot, "price": to_number(price)}


def cheapest(plants):
    return min(plants, key=lambda plant: plant["price"])


def main():
    with open(PAGE, encoding="utf-8") as f:
        page = PricePage(f.read())
    print("prices of", page.updated())
    result = {}
    for title, plants in page.sections():
        result[title] = plants
        print("%s: %d plants, cheapest %s" % (title, len(plants), cheapest(plants)["name"]))
    print(json.dumps(result["Trees"], ensure_ascii=False))


if __name__ == "__main__":
    main()
