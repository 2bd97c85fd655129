"""The first row has no link."""
# needs: beautifulsoup4
# fails: TypeError at line 12
# prints: ['/a', '/b']
from bs4 import BeautifulSoup

PAGE = """<table>
<tr><th>Link</th></tr>
<tr><td><a href="/a">a</a></td></tr> <tr><td><a href="/b">b</a></td></tr>
</table>"""
rows = BeautifulSoup(PAGE, "html.parser").find_all("tr")
print([row.find("a")["href"] for row in rows])
