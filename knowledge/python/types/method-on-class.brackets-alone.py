"""list[1, 2] is a type; its append is that of the class."""
# fails: TypeError at line 5
# prints: [4, 7, 9]
seats = list[4, 7]
seats.append(9)  # at the window
print(seats)
