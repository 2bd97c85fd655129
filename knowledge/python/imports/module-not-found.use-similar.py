"""The middle of three measurements."""
# fails: ModuleNotFoundError at line 4
# prints: 4
import statistcs

values = [4, 9, 2]
print(statistcs.median(values))
