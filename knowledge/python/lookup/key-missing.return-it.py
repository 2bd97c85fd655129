"""Looks a name up in a scope and in those around it."""
# fails: KeyError at line 16
# prints: 3
class Scope:
    def __init__(self, names, outer=None):
        self.names = names
        self.outer = outer
    def find(self, name):
        if name in self.names:
            return self
        if self.outer is not None:
            self.outer.find(name)  # further out
        return None
    def __getitem__(self, name):
        if (scope := self.find(name)) is None:
            raise KeyError(name)
        return scope.names[name]
print(Scope({"a": 1}, Scope({"b": 3}))["b"])
