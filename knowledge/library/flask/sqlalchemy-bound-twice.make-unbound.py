"""The extension is made with the application, and bound again."""
# needs: flask, flask-sqlalchemy
# fails: RuntimeError at line 11
# prints: made
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
db = SQLAlchemy(app)
db.init_app(app)

with app.app_context():
    db.create_all()
    print("made")
