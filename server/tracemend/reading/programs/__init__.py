"""What other programs of a developer's terminal say."""
