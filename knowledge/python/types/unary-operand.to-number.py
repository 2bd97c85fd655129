"""A text that was typed in gets a minus."""
# fails: TypeError at line 5
# prints: -12.5
amount = "12.5"
print(-amount)  # what is owed
