"""The % between a template and its values is left out."""
# fails: TypeError at line 5
# prints: Ada is 36
name, age = "Ada", 36
print("%s is %d"(name, age))  # a sentence
