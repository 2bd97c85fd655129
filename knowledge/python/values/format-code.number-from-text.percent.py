"""The same with a percent sign."""
# fails: TypeError at line 5
# prints: ink   3.5
name, price = "ink;3.5".split(";")
print("%s %5.1f" % (name, price))
