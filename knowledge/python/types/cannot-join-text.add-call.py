"""A method that is not called."""
# fails: TypeError at line 5
# prints: Hello ANN
name = "Ann"
print("Hello " + name.upper)  # loud
