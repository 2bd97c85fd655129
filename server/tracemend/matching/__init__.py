"""The index of all signatures: built, stored, asked."""
