"""The key of the address is misspelt."""
# needs: flask, flask-sqlalchemy
# fails: RuntimeError at line 11
# prints: made
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABSE_URI"] = "sqlite://"
app.config["SQLALCHEMY_TRACK_MODIFICATIONS"] = False
db = SQLAlchemy(app)

with app.app_context():
    db.create_all()
    print("made")
