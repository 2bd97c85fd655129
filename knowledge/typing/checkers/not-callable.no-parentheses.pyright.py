"""The same, as pyright sees it."""
# run: pyright {file}
# needs: pyright
# fails: reportCallIssue at line 12
class Store:
    @property
    def size(self) -> int:
        return 3


store = Store()
size = store.size()  # how large
print(size)
