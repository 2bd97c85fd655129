#!/usr/bin/env python3
"""Lists the feeds of an OPML file as an indented tree, the way the old reader
showed them."""

import sys
import xml.etree.ElementTree as ET


class Outline:
    """One folder or feed of the tree."""

    def __init__(self, title, url=None):
        self.title = title
        self.url = url
        self.children = []

    def is_feed(self):
        return self.url is not None

    def walk(self, depth=0):
        yield depth, self
        for child in self.children:
            for pair in child.walk(depth + 1):
                yield pair


def parse(filename):
    tree = ET.parse(filename)
    head = tree.find("head/title")
    root = Outline(head.text if head is not None else "Feeds")
    _fill(root, tree.find("body"))
    return root


def _fill(parent, node):
    for child in node.getchildren():
        if child.tag != "outline":
            continue
        title = child.get("title") or child.get("text")
        outline = Outline(title, child.get("xmlUrl"))
        parent.children.append(outline)
        if not outline.is_feed():
            _fill(outline, child)


def show(root):
    feeds = folders = 0
    for depth, outline in root.walk():
        if depth == 0:
            print(outline.title)
            continue
        if outline.is_feed():
            feeds += 1
            mark = "* "
        else:
            folders += 1
            mark = ""
        print("  " * depth + mark + outline.title)
    print("%d feeds in %d folders" % (feeds, folders))


if __name__ == "__main__":
    show(parse(sys.argv[1]))
