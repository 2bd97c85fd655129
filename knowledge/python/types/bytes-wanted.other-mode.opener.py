"""The function that opens is chosen first."""
# setup: python -c "import gzip; gzip.open('pairs.gz', 'wb').write(b'a=1\nb=2\n')"
# fails: TypeError at line 13
# prints: b 2
import gzip

path = "pairs.gz"
values = {}
opener = gzip.open if path.endswith(".gz") else open
with opener(path) as lines:
    for line in lines:
        # name=value
        name, value = line.strip().split("=")
        values[name] = value
print("b", values["b"])
