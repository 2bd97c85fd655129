"""Which users get which feature.

The table was a JSON file once; it moved into the code so that it is reviewed.
"""
import zlib

FLAGS = {
    "dark-mode": {"enabled": True, "percent": 100},
    "new-search": {
        "enabled": True,
        "percent": 25,
        "only": {"country": ["fi", "se"]},
    },
    "beta-editor": {
        "enabled": true,
        "percent": 50,
        "except": {"plan": ["free"]},
    },
    "fax": {"enabled": False, "percent": 100},
}


def bucket(flag, user_id):
    """A number from 0 to 99 that stays the same for a user and a flag."""
    return (zlib.crc32(f"{flag}:{user_id}".encode())) % 100


def matches(rule, user):
    return all(user.get(key) in values for key, values in rule.items())


def is_on(flag, user):
    setting = FLAGS[flag]
    if not setting["enabled"]:
        return False
    if "only" in setting and not matches(setting["only"], user):
        return False
    if "except" in setting and matches(setting["except"], user):
        return False
    return bucket(flag, user["id"]) < setting["percent"]


def main():
    users = [
        {"id": n, "country": "fi" if n % 2 else "se", "plan": "free" if n % 3 else "pro"}
        for n in range(100)
    ]
    for flag in FLAGS:
        on = sum(is_on(flag, user) for user in users)
        print(f"{flag:<12}  on for {on} of {len(users)}")


if __name__ == "__main__":
    main()
