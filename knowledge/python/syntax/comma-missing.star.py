"""Spreads as another language does."""
# fails: SyntaxError at line 5
# prints: ['Ann', 'Bo', 'Cy']
names = ["Ann", "Bo"]
everyone = [...names, "Cy"]
print(everyone)
