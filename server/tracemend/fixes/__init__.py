"""What mends: recipes that edit, commands, and the quoting of both."""
