"""A class that is being defined stands in an annotation of its own method."""
# needs: python<3.14
# fails: NameError at line 6
# prints: root
class Node:
    def __init__(self, name: str, parent: Node | None = None) -> None:
        self.name = name  # as shown
        self.parent = parent


print(Node("root").name)
