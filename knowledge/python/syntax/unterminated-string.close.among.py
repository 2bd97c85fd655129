"""An apostrophe in one of several texts of a line."""
# fails: SyntaxError at line 5
# prints: 2 What's left? nothing
questions = [
    ('What's left?', 'nothing', ['all', 'some']),  # easy
    ('Who is it?', 'me', []),
]
print(len(questions), *questions[0][:2])
