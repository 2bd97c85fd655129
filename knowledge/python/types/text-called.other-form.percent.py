"""The % between a template and its values is left out."""
# needs: python>=3.11
# fails: TypeError at line 6
# prints: Ada is 36
name, age = "Ada", 36
print("%s is %d"(name, age))  # a sentence
