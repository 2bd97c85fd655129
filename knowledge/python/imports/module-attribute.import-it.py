"""A submodule is used, and only its package is imported."""
# fails: AttributeError at line 6
# prints: a
import xml

tree = xml.etree.ElementTree.fromstring("<a/>")  # a whole document
print(tree.tag)
