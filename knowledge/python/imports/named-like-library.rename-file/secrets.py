import secrets

WHO = {}

LENGTH = secrets.randbelow(1) + 4


def invitation(name: str) -> str:
    WHO[name] = secrets.token_hex(LENGTH)  # twice as many digits
    return WHO[name]
