"""Reads a document."""
# fails: ModuleNotFoundError at line 4
# prints: note
import xml.etree.ElmentTree as ET  # the one of the standard library

print(ET.fromstring("<note/>").tag)
