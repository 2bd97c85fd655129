"""Reads the ports from a settings file."""
# fails: AttributeError at line 10
# prints: [80, 443]
import re
TEXT = """# ports
http = 80
https = 443"""
ports = []
for line in TEXT.splitlines():
    ports.append(int(re.match(r"\w+ = (\d+)", line).group(1)))
print(ports)
