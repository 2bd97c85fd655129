"""The address is set after the extension was bound."""
# needs: flask, flask-sqlalchemy
# fails: RuntimeError at line 9
# prints: made
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
db = SQLAlchemy(app)
# where the data is
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"

with app.app_context():
    db.create_all()
    print("made")
