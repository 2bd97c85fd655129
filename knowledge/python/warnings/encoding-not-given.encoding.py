"""A file that is opened with its encoding reads the same everywhere."""
# needs: python>=3.10
# setup: printf 'tea\n' > notes.txt
# run: python -X warn_default_encoding {file}
# fails: EncodingWarning at line 8
# prints: tea

with open("notes.txt") as f:  # of the morning
    print(f.read().strip())
