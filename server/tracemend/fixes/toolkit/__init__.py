"""What recipes share: edits of text, imports, names, and questions to a statement's code."""
