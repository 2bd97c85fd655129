"""Another tag has the class."""
# needs: beautifulsoup4
# setup: printf '<html><body>\n<h2 class="title">News</h2>\n<p>Text</p>\n</body></html>' > start.html
# fails: AttributeError at line 10
# prints: News
from bs4 import BeautifulSoup

with open("start.html", encoding="utf-8") as file:
    soup = BeautifulSoup(file, "html.parser")
print(soup.select_one("h1.title").get_text())
