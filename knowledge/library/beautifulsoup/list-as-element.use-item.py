"""Lists the departures of a page."""
# needs: beautifulsoup4
# fails: AttributeError at line 11
# prints: ['08:15', 'Harbour']
from bs4 import BeautifulSoup

PAGE = "<table><tr><td>08:15</td><td>Harbour</td></tr></table>"

rows = BeautifulSoup(PAGE, "html.parser").find_all("tr")
for row in rows:
    cells = [cell.get_text() for cell in rows.find_all("td")]  # the cells of one row
    print(cells)
