"""Collects the headings of a page."""
# fails: AttributeError at line 13
# prints: ['Tea', 'Cake']
from html.parser import HTMLParser
class Headings(HTMLParser):
    def __init__(self, tag):
        """The tag is the one of the headings."""
        self.tag, self.found = tag, []
    def handle_data(self, data):
        if self.lasttag == self.tag and data.strip():
            self.found.append(data)
page = Headings("h2")
page.feed("<h2>Tea</h2> <h2>Cake</h2>")
print(page.found)
