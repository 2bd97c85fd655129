"""The braces of the style are text, not fields."""
# fails: KeyError at line 9
# prints: <style>b { color: red }</style>Ada
# the page's head
page = (
    "<style>b { color: red }</style>"  # bold is red
    "{name}"
)
print(page.format(name="Ada"))
