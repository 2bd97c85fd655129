"""What shells say, in any language, and what ends programs."""
