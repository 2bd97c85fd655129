"""The method that makes the object is misspelt in another module."""
# fails: TypeError at line 6
# prints: Ada
import people

print(people.Person("Ada").name)
