def greeting(name: str) -> str:
    return f"Dear {name}"  # formal
