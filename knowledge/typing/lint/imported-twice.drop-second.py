"""The root of a number, with a module that is imported twice."""
# run: ruff check --isolated --select F811 {file}
# needs: ruff
# fails: F811 at line 8
import math
# for the mean
from statistics import fmean
import json, math

print(json.dumps(math.sqrt(fmean([3, 5]))))
