"""The words of JSON stand in a dictionary of Python."""
# fails: NameError at line 4
# prints: True None
answer = {"found": true, "next": null}  # as the server sent it
print(answer["found"], answer["next"])
