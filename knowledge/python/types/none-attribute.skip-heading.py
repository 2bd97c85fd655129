"""The first row of the table is its head."""
# needs: beautifulsoup4
# setup: printf '<table><tr><th>Day</th></tr>\n<tr><td class="day">Mo</td></tr>\n<tr><td class="day">Tu</td></tr>\n</table>' > page.html
# fails: AttributeError at line 16
# prints: ['Mo', 'Tu']
from pathlib import Path

from bs4 import BeautifulSoup


def days(path):
    soup = BeautifulSoup(Path(path).read_text(encoding="utf-8"), "html.parser")
    table = soup.find("table")
    found = []
    for row in table.find_all("tr"):  # each day
        cell = row.find("td", class_="day").get_text()
        found.append(cell)
    return found


print(days("page.html"))
