"""Says when both hold."""
# fails: SyntaxError at line 5
# prints: both
tea, milk = True, False
if tea && !milk:
    print("both")
