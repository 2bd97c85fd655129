"""Begins nothing."""
# fails: RuntimeWarning at line 11
# prints: hello


async def main():
    print("hello")


if __name__ == "__main__":
    main()  # begins it
