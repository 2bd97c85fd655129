"""Nobody of that name is there; the code asks for it, but next fails first."""
# fails: StopIteration at line 5
# prints: nobody
people = [{"name": "Ada"}]
found = next(one for one in people if one["name"] == "Tom")  # the first
if found is None:
    print("nobody")
