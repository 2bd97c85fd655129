from tinycache import Cache, cached


@cached
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


squares: Cache[int] = Cache(3)
for n in (1, 2, 3, 1, 4, 2):
    print(n, squares.get(n, lambda: n * n))
print(squares.hits, "hits", squares.misses, "misses")
print(fib(80))
