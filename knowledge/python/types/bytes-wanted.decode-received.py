"""A socket gives bytes; a text is looked for in them."""
# fails: TypeError at line 9
# prints: HELLO
import socket

left, right = socket.socketpair()
right.sendall(b"say hello\nsay bye\n")
data = left.recv(1024)  # both lines
first = data.split("\n")[0]
print(first.removeprefix("say ").upper())
