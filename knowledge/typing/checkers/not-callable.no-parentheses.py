"""A property is called, as mypy sees it."""
# run: mypy {file}
# needs: mypy
# fails: operator at line 12
class Store:
    @property
    def size(self) -> int:
        return 3


store = Store()
size = store.size()  # how large
print(size)
