"""The file has tabs; one line has blanks."""
# fails: TabError at line 9
# prints: even 2
# prints: done

for number in range(1, 4):
	if number % 2 == 0:
		kind = "even"
                print(kind, number)
print("done")
