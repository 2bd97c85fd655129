"""The text is joined to what str makes, not to the number."""
# fails: SyntaxError at line 5
# prints: 3 years
age = 3
print(str(age + " years")
