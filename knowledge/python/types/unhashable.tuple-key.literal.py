"""Names places by their coordinates."""
# fails: TypeError at line 4
# prints: ['start', 'end']
places = {[0, 0]: "start", [4, 2]: "end"}
print(list(places.values()))
