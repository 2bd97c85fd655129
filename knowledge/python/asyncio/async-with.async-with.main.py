"""Holds a door open."""
# needs: python>=3.11
# fails: TypeError at line 10
# prints: open
class Door:
    async def __aenter__(self):
        return self
    async def __aexit__(self, *failed): ...
def main():
    with Door():  # as long as it is needed
        print("open")
main()
