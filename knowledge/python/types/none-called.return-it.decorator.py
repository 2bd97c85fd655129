"""The decorator forgets to give its wrapper back."""
# fails: TypeError at line 18
# prints: 2 calls


def twice(function):
    def wrapper():
        function()
        # once more
        return function()


@twice
def call(): calls.append(1); return len(calls)


calls = []
print(call(), "calls")
