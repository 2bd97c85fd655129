"""Runs small scripts and shows how long they took and what they printed."""
import subprocess
import sys
import time

SCRIPTS = {
    "squares": "for n in range(4): print(n * n)",
    "hello": "print('hello')",
    "broken": "import sys; sys.exit(3)",
}


def run_script(code, timeout=4):
    """(exit status, seconds, printed lines)"""
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        timeout=timeout,
    )
    took = time.perf_counter() - began
    lines = done.stdout.rstrip().split("\n")
    return done.returncode, took, lines


def main():
    slow = []
    for name, code in SCRIPTS.items():
        status, took, lines = run_script(code)
        if status:
            print(f"{name} failed with {status}")
            continue
        print(f"{name} ok, {len(lines)} lines")
        print(f"last line of {name}: {lines[-1]}")
        if took > 3:
            slow.append(name)
    if slow:
        print("slow:", slow)


if __name__ == "__main__":
    main()
