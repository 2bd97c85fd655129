"""A diagnosis for a reader: Markdown, console, JSON, SARIF, annotations."""
