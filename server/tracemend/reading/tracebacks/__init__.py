"""Python's own errors, in every dress in which they are printed."""
