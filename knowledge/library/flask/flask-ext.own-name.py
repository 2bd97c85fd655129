"""Imports an extension."""
# needs: flask, flask-sqlalchemy
# fails: ModuleNotFoundError at line 5
# prints: SQLAlchemy
from flask.ext.sqlalchemy import SQLAlchemy  # the database

print(SQLAlchemy.__name__)
