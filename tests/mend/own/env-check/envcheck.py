"""Compare the .env files of the deployments with the example file.

Prints for each of them which settings are missing, unknown or still hold the
value of the example.
"""
import glob
import os
import sys

EXAMPLE = "env/example.env"
SECRET_WORDS = ("SECRET", "PASSWORD", "TOKEN", "KEY")


def unquote(value):
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1]
    return value


def read_env(path):
    """The settings of an .env file as a dictionary, in the file's order."""
    settings = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("export "):
                line = line[len("export "):]
            name, value = line.split("=")
            settings[name.strip()] = unquote(value.strip())
    return settings


def mask(name, value):
    if any(word in name for word in SECRET_WORDS):
        return value[:2] + "*" * (len(value) - 2)
    return value


def compare(example, settings):
    for name in example:
        if name not in settings:
            yield "missing", name, ""
        elif settings[name] == example[name] and any(w in name for w in SECRET_WORDS):
            yield "default", name, mask(name, settings[name])
    for name in settings:
        if name not in example:
            yield "unknown", name, mask(name, settings[name])


def main():
    example = read_env(EXAMPLE)
    print(f"{len(example)} settings in {os.path.basename(EXAMPLE)}")
    findings = 0
    for path in sorted(glob.glob("env/*.env")):
        if path == EXAMPLE:
            continue
        print(os.path.basename(path))
        for kind, name, value in compare(example, read_env(path)):
            print(f"  {kind:<8} {name:<16} {value}".rstrip())
            findings += 1
    print(f"{findings} findings")
    return 0


if __name__ == "__main__":
    sys.exit(main())
