"""Two shopping lists that are not one."""
# run: ruff check --isolated --select B006 {file}
# needs: ruff
# fails: B006 at line 7


def with_bread(name: str, goods: list[str] = []) -> list[str]:
    """The goods and a bread."""
    # bread comes last
    goods.append(f"bread for {name}")
    return goods


print(with_bread("Ada"), with_bread("Bob"))
