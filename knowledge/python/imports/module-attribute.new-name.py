"""Two names that collections lost."""
# fails: AttributeError at line 6
# prints: True True
import collections

print(isinstance({}, collections.Mapping), isinstance([], collections.Iterable))  # both
