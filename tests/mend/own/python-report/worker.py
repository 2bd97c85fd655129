import sys

print("worker started with", sys.argv[1:])
print("mail=130")
print("backup=1200")
print("cleanup=75")
