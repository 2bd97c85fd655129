"""A call whose bracket is closed below a function."""
# fails: SyntaxError at line 7
# prints: begin
# prints: end
print("begin"

def finish():
    print("end")
)


finish()
