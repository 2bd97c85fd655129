"""What test runners and session managers say."""
