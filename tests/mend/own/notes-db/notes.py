import os
import tempfile

from flask import Flask, redirect, render_template_string, request, url_for

from db import close_db, get_db, init_db

PAGE = """<ul>{% for note in notes %}
<li>{{ note.id }} [{{ note.tag or "-" }}] {{ note.body }}</li>{% endfor %}
</ul>"""


def create_app(database):
    app = Flask(__name__)
    app.config["DATABASE"] = database
    app.testing = True
    app.teardown_appcontext(close_db)

    @app.route("/")
    def index():
        notes = get_db().execute("SELECT id, tag, body FROM note ORDER BY id").fetchall()
        return render_template_string(PAGE, notes=notes)

    @app.route("/add", methods=["POST"])
    def add():
        db = get_db()
        db.execute(
            "INSERT INTO note (tag, body) VALUES (?, ?)",
            (request.form.get("tag"), request.form["body"]),
        )
        db.commit()
        return redirect(url_for("index"))

    return app


def main():
    path = os.path.join(tempfile.mkdtemp(), "notes.db")
    app = create_app(path)
    init_db()

    client = app.test_client()
    client.post("/add", data={"body": "water the plants", "tag": "home"})
    answer = client.post("/add", data={"body": "buy <milk>"}, follow_redirects=True)
    print(answer.status_code)
    print(answer.get_data(as_text=True))


if __name__ == "__main__":
    main()
