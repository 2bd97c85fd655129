"""Raw terminal data to clean lines."""
