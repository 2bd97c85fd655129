"""The price on a page."""
# needs: beautifulsoup4
# fails: AttributeError at line 7
# prints: 3,20
from bs4 import BeautifulSoup
page = BeautifulSoup("<p>Tea</p> <b>3,20</b>", "html.parser")
print(page.find_all("b").text)  # in EUR
