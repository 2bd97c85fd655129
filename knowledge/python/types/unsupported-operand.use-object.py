"""All names are expected from extend."""
# fails: TypeError at line 8
# prints: ['Ada', 'Tom', 'Eve']
names = ["Ada"]
more = ["Tom"]
everyone = names.extend(more)
# one more
print(everyone + ["Eve"])
