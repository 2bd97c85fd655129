"""The id is written with a hyphen in the page."""
# needs: beautifulsoup4
# fails: TypeError at line 7
# prints: /next
from bs4 import BeautifulSoup

soup = BeautifulSoup('<p><a id="next-page" href="/next">on</a></p>', "html.parser"); print(soup.find(id="nextpage")["href"])
