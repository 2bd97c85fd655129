"""The extension is made and never bound to the application."""
# needs: flask, flask-sqlalchemy
# fails: RuntimeError at line 18
# prints: made
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()
app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"  # in memory


class User(db.Model):
    id = db.Column(db.Integer, primary_key=True)


with app.app_context():
    db.create_all()
    print("made")
