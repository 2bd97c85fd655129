"""Several annotations name classes that are defined further down."""
# needs: python<3.14
# fails: NameError at line 8
# prints: 1
from dataclasses import dataclass

class Garden:
    def plant(self, tree: Tree) -> Tree:
        return tree

    def prune(self, tree: Tree) -> Tree:
        return tree  # as it is


@dataclass
class Tree:
    height: int


print(Garden().plant(Tree(1)).height)
