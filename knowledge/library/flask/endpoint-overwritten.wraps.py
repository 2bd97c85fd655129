"""Two views with the same decorator."""
# needs: flask
# fails: AssertionError at line 23
# prints: ['first', 'second', 'static']
from flask import Flask

app = Flask(__name__)


def logged(view):
    def wrapper(*args, **options):  # in its place
        return view(*args, **options)

    return wrapper


@app.route("/a")
@logged
def first():
    return "a"


@app.route("/b")
@logged
def second():
    return "b"


print(sorted(app.view_functions))
