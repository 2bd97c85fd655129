"""A store is opened for the first time."""
# fails: error at line 5
# prints: b'1'
import dbm
with dbm.open("store") as store:  # kept between runs
    store["a"] = "1"
    print(store["a"])
