"""Says how old one will be."""
# fails: TypeError at line 8
# prints: Age: next year you are 31
import io
import sys
sys.stdin = io.StringIO("30\n")
age = input("Age: ")
print("next year you are " + age + 1)
