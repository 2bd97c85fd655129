"""The class has another form in the page."""
# needs: beautifulsoup4
# fails: AttributeError at line 13
# prints: 3.50
from bs4 import BeautifulSoup

PAGE = """
<div class="item"><span class="item-price">3.50</span></div>
<div class="note">none</div>
"""
soup = BeautifulSoup(PAGE, "html.parser")
item = soup.find("div", class_="item")
print(item.find("span", class_='item_price').text)  # in euros
