"""The request is asked for through the stack."""
# needs: flask
# fails: ImportError at line 5
# prints: /where
from flask import Flask, _request_ctx_stack

app = Flask(__name__)


@app.get("/where")
def where():
    return _request_ctx_stack.top.request.path


print(app.test_client().get("/where").text)
