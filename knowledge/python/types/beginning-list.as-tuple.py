"""Endings are asked for by a list."""
# fails: TypeError at line 5
# prints: picture
name = "cat.jpg"
if name.endswith([".png", ".jpg"]):  # what we show
    print("picture")
