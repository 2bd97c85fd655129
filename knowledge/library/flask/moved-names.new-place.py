"""A search term is quoted by Werkzeug's old function."""
# needs: flask
# fails: ImportError at line 5
# prints: a+b%26c
from werkzeug.urls import url_quote_plus

print(url_quote_plus("a b&c"))
