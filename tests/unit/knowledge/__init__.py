"""The knowledge base: files, rules, patterns, tables."""
