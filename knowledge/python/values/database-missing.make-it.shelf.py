"""A shelf that is to be written is opened for writing what is there."""
# fails: error at line 5
# prints: 1
import shelve
with shelve.open("store", flag="w") as shelf:  # kept between runs
    shelf["a"] = 1
    print(shelf["a"])
