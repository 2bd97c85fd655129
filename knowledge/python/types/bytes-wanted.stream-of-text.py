"""A table is written to a stream of bytes."""
# fails: TypeError at line 9
# prints: 1,2
import csv
import io

stream = io.BytesIO()  # not yet a file
table = csv.writer(stream)
table.writerow([1, 2])
print(stream.getvalue().strip())
