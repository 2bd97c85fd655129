"""How an application of Flask is put together, and what Flask replaced by something of another form."""

from __future__ import annotations

import pytest

from .conftest import Keeps

DOT = "'name' may not contain a dot '.' character."
TAKEN = "The name 'shop' is already registered for a different blueprint. Use 'name=' to provide a unique name."
OUTSIDE = "Unable to build URLs outside an active request without 'SERVER_NAME' configured."
UNBOUND = "The current Flask app is not registered with this 'SQLAlchemy' instance. Did you forget to call 'init_app'?"
NO_ADDRESS = "Either 'SQLALCHEMY_DATABASE_URI' or 'SQLALCHEMY_BINDS' must be set."
TWICE = "A 'SQLAlchemy' instance has already been registered on this Flask app."
IMMUTABLE = "'ImmutableMultiDict' objects are immutable"
NUMBER = "The view function did not return a valid response. The return type must be a string, but it was a int."
ENCODER = "cannot import name 'JSONEncoder' from 'flask.json' (a.py)"
STACK = "cannot import name '_app_ctx_stack' from 'flask' (a.py)"
URI = 'app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"\n'
VIEW = '@app.get("/")\ndef count():\n    return {}\n\n\n«client.get("/")\n'
ANSWERED = VIEW.replace("«", "")
CLASS = "\n\nclass E({}):\n    def default(self, o):\n        return {}\n\n\n"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after"),
    [
        (
            "blueprint-name",
            DOT,
            "«a = Blueprint('shop.items', __name__)»\nurl_for('shop.items.b'); url_for('c')\n",
            "a = Blueprint('shop_items', __name__)\nurl_for('shop_items.b'); url_for('c')\n",
        ),
        (
            "blueprint-name",
            TAKEN,
            'a = Blueprint("shop", n)\nadmin_bp = Blueprint("shop", n)\n«app.register_blueprint(admin_bp)\n',
            'a = Blueprint("shop", n)\nadmin_bp = Blueprint("admin", n)\napp.register_blueprint(admin_bp)\n',
        ),
        (
            "request-context",
            OUTSIDE,
            "with app.app_context():  # here\n    «url_for('a')\n",
            "with app.test_request_context():  # here\n    url_for('a')\n",
        ),
        (
            "bind-extension",
            UNBOUND,
            f"db = SQLAlchemy()\napp = Flask(n)\n{URI}«db.create_all()\n",
            f"db = SQLAlchemy()\napp = Flask(n)\n{URI}db.init_app(app)\ndb.create_all()\n",
        ),
        (
            "bind-extension",
            UNBOUND,
            "db = SQLAlchemy()\n\n\ndef make():\n    app = Flask(n)\n    app.config.from_object(c)\n"
            "    return app\n\n\n«f()\n",
            "db = SQLAlchemy()\n\n\ndef make():\n    app = Flask(n)\n    app.config.from_object(c)\n"
            "    db.init_app(app)\n    return app\n\n\nf()\n",
        ),
        (
            "bind-extension",
            NO_ADDRESS,
            f"app = Flask(n)\n«db = SQLAlchemy(app)\nx = 1\n{URI}y = 2\n",
            f"app = Flask(n)\n{URI}db = SQLAlchemy(app)\nx = 1\ny = 2\n",
        ),
        (
            "bind-extension",
            NO_ADDRESS,
            f"{URI.replace('DATABASE_URI', 'DATABASE_URL')}«db = SQLAlchemy(app)\n",
            f"{URI}db = SQLAlchemy(app)\n",
        ),
        (
            "bind-extension",
            TWICE,
            "db = SQLAlchemy(app, metadata=m)\n«db.init_app(app)\n",
            "db = SQLAlchemy(metadata=m)\ndb.init_app(app)\n",
        ),
        (
            "changeable-values",
            IMMUTABLE,
            "d = request.form\n«d['a'] = 1\n",
            "d = request.form.copy()\nd['a'] = 1\n",
        ),
        ("answer-text", NUMBER, VIEW.format("len(a)"), ANSWERED.format("str(len(a))")),
        (
            "answer-text",
            NUMBER,
            '@app.get("/<int:a>")\ndef count(a):\n    return a + 1\n\n\n«client.get("/3")\n',
            '@app.get("/<int:a>")\ndef count(a):\n    return str(a + 1)\n\n\nclient.get("/3")\n',
        ),
        ("answer-text", NUMBER, VIEW.format("3, 201"), ANSWERED.format("str(3), 201")),
        (
            "answer-text",
            NUMBER,
            f"from flask import jsonify\n\n\n{VIEW.format('len(a) + 1')}",
            f"from flask import jsonify\n\n\n{ANSWERED.format('jsonify(len(a) + 1)')}",
        ),
        (
            "json-provider",
            ENCODER,
            "«from flask.json import JSONEncoder»"
            + CLASS.format("JSONEncoder", "JSONEncoder.default(self, o)")
            + "app.json_encoder = E\n",
            "from flask.json.provider import DefaultJSONProvider"
            + CLASS.format("DefaultJSONProvider", "super().default(o)")
            + "app.json = E(app)\n",
        ),
        (
            "context-object",
            STACK,
            "«from flask import Flask, _app_ctx_stack»\n\n_app_ctx_stack.top.a = 1\n",
            "from flask import Flask\nfrom flask.globals import app_ctx\n\napp_ctx.a = 1\n",
        ),
    ],
)
def test_it_is_set_up_as_flask_has_it(keeps: Keeps, recipe: str, message: str, before: str, after: str) -> None:
    keeps(recipe, "RuntimeError", message, before, after)


def test_what_may_be_meant_otherwise_is_not_sure(keeps: Keeps) -> None:
    made = 'a = Blueprint("shop", n)\nadmin = Blueprint("{}", n)\nurl_for("shop.b")\n{}app.register_blueprint(admin)\n'
    keeps("blueprint-name", "ValueError", TAKEN, made.format("shop", "«"), made.format("admin", ""), sure=False)
    before = "with app.{}():\n    {}url_for('a', _external=True)\n"
    after = before.format("test_request_context", "")
    keeps("request-context", "RuntimeError", OUTSIDE, before.format("app_context", "«"), after, sure=False)
    encoder = "«from flask.json import JSONEncoder»" + CLASS.format("JSONEncoder", "super().default(o)")
    after = "from flask.json.provider import DefaultJSONProvider" + CLASS.format(
        "DefaultJSONProvider", "super().default(o)"
    )
    keeps("json-provider", "ImportError", ENCODER, encoder, after, sure=False)


@pytest.mark.parametrize(
    ("recipe", "message", "before"),
    [
        ("blueprint-name", DOT, "Blueprint(name, __name__)"),
        (
            "blueprint-name",
            TAKEN,
            'shop = Blueprint("shop", n)\napp.register_blueprint(shop)\n«app.register_blueprint(shop)',
        ),
        ("blueprint-name", TAKEN, "app.register_blueprint(other.shop)"),
        ("request-context", OUTSIDE, "url_for('a')"),
        ("request-context", OUTSIDE, "with app.test_request_context():\n    «url_for('a')"),
        ("bind-extension", UNBOUND, f"db = SQLAlchemy()\napp = Flask(n)\n{URI}db.init_app(app)\n«db.create_all()"),
        ("bind-extension", UNBOUND, f"db = SQLAlchemy(app)\napp = Flask(n)\n{URI}«db.create_all()"),
        ("bind-extension", UNBOUND, "db = SQLAlchemy()\napp = Flask(n)\n«db.create_all()"),
        ("bind-extension", NO_ADDRESS, "app = Flask(n)\n«db = SQLAlchemy(app)\n"),
        ("bind-extension", NO_ADDRESS, f"«db = SQLAlchemy(app)\napp = g()\n{URI}x = 1\n"),
        ("bind-extension", TWICE, "db = SQLAlchemy(app)\n«other = SQLAlchemy(app)\n"),
        ("changeable-values", IMMUTABLE, "d = ImmutableMultiDict()\n«d['a'] = 1"),
        ("changeable-values", IMMUTABLE, "request.form['a'] = 1"),
        ("answer-text", NUMBER, VIEW.format("f()")),
        ("answer-text", NUMBER, VIEW.format("str(3)")),
        ("answer-text", NUMBER, VIEW.format("3") + VIEW.format("4").replace("«", "")),
        (
            "json-provider",
            ENCODER,
            "«from flask.json import JSONEncoder»"
            + CLASS.format("JSONEncoder", "1")
            + "app.json_encoder = E\njson.dumps(a, cls=E)\n",
        ),
        ("json-provider", ENCODER, "«from flask.json import JSONEncoder»\nx = JSONEncoder()\n"),
        (
            "context-object",
            STACK,
            "«from flask import _app_ctx_stack»\nt = _app_ctx_stack.top\nif t is None:\n    pass\n",
        ),
        ("context-object", STACK, "«from flask import _app_ctx_stack»\n_app_ctx_stack.push(a)\n"),
    ],
)
def test_what_is_not_seen_stays(keeps: Keeps, recipe: str, message: str, before: str) -> None:
    keeps(recipe, "RuntimeError", message, before, None)


def test_a_form_that_a_view_refused_is_sent_as_json(keeps: Keeps) -> None:
    message = "415 Unsupported Media Type: Did not attempt to load JSON data"
    view = '@app.post("/a")\ndef a():\n    return {}request.{}["b"]\n\n\nclient.post("/a", {}={{"b": 1}})\n'
    exception = "werkzeug.exceptions.UnsupportedMediaType"
    keeps("json-body", exception, message, view.format("«", "json", "data"), view.format("", "json", "json"))
    keeps("json-body", exception, message, view.format("«", "form", "data"), None)


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after", "sure"),
    [
        (
            "blueprint-name",
            DOT,
            "«a = Blueprint('shop.items', n)»\nurl_for(endpoint='shop.items.b')\n",
            "a = Blueprint('shop_items', n)\nurl_for(endpoint='shop_items.b')\n",
            True,
        ),
        (  # a template of the file has it too
            "blueprint-name",
            DOT,
            "«a = Blueprint('shop.items', n)»\nt = '{{ url_for(\"shop.items.b\") }}'\n",
            "a = Blueprint('shop_items', n)\nt = '{{ url_for(\"shop.items.b\") }}'\n",
            False,
        ),
        ("blueprint-name", DOT, "«a = Blueprint('shop.items', n)»\nb = Blueprint('shop_items', n)\n", None, True),
        (  # it is registered by the keyword's name, whatever it is made with
            "blueprint-name",
            TAKEN,
            'admin = Blueprint("shop", n)\n«app.register_blueprint(admin, name="shop")\n',
            None,
            True,
        ),
        (  # the address is set further in, and the database asked before: too early
            "bind-extension",
            UNBOUND,
            f"db = SQLAlchemy()\napp = Flask(n)\nif a:\n    {URI}«db.create_all()\n",
            f"db = SQLAlchemy()\napp = Flask(n)\nif a:\n    {URI}db.init_app(app)\ndb.create_all()\n",
            True,
        ),
        ("bind-extension", UNBOUND, f"db = SQLAlchemy()\napp = Flask(n)\n«db.create_all()\n{URI}", None, True),
        ("bind-extension", UNBOUND, f"app = Flask(n)\ndb = SQLAlchemy(app=app)\n{URI}«db.create_all()\n", None, True),
        (  # `db` is not there when the function runs
            "bind-extension",
            UNBOUND,
            "def make():\n    app = Flask(n)\n    app.config['A'] = 1\n    return app\n\n\napp = make()\n"
            "db = SQLAlchemy()\n«db.create_all()\n",
            None,
            True,
        ),
        (
            "bind-extension",
            NO_ADDRESS,
            f"app = Flask(n)\n«db = SQLAlchemy(app)\nx = 1\n# where it is\n{URI}",
            f"app = Flask(n)\n# where it is\n{URI}db = SQLAlchemy(app)\nx = 1\n",
            True,
        ),
        (
            "bind-extension",
            NO_ADDRESS,
            f"app = Flask(n)\n«db = SQLAlchemy(app)\nload_dotenv()\n{URI[:-12]} f()\n",
            f"app = Flask(n)\n{URI[:-12]} f()\ndb = SQLAlchemy(app)\nload_dotenv()\n",
            False,
        ),
        ("bind-extension", NO_ADDRESS, f"«db = SQLAlchemy(app)\n{URI.replace('app.', 'other.')}", None, True),
        (
            "bind-extension",
            NO_ADDRESS,
            'app.config["DATABASE_URL"] = u\n«db = SQLAlchemy(app)\nx = app.config["DATABASE_URL"]\n',
            f'app.config["{URI[12:35]}"] = u\ndb = SQLAlchemy(app)\nx = app.config["{URI[12:35]}"]\n',
            True,
        ),
        (
            "bind-extension",
            TWICE,
            "db = SQLAlchemy(app,)\n«db.init_app(app)\n",
            "db = SQLAlchemy()\ndb.init_app(app)\n",
            True,
        ),
        (
            "bind-extension",
            TWICE,
            "db = SQLAlchemy((app))\n«db.init_app(app)\n",
            "db = SQLAlchemy()\ndb.init_app(app)\n",
            True,
        ),
        ("bind-extension", TWICE, "db = SQLAlchemy((app), metadata=m)\n«db.init_app(app)\n", None, True),
        ("bind-extension", TWICE, "db = SQLAlchemy(app)\ndb.create_all()\n«db.init_app(app)\n", None, True),
        (  # another view's number may be meant
            "answer-text",
            NUMBER,
            '@app.get("/a")\ndef a():\n    return make()\n\n\n' + VIEW.format("3"),
            '@app.get("/a")\ndef a():\n    return make()\n\n\n' + ANSWERED.format("str(3)"),
            False,
        ),
    ],
)
def test_programs_that_fooled_it(
    keeps: Keeps, recipe: str, message: str, before: str, after: str | None, sure: bool
) -> None:
    keeps(recipe, "RuntimeError", message, before, after, sure)


NOTHING = (
    "The view function for 'v' did not return a valid response. The function either returned None or ended without a "
    "return statement."
)
LIST = 'Allowed methods must be a list of strings, for example: @app.route(..., methods=["POST"])'
KEYWORD = "Rule.__init__() got an unexpected keyword argument 'method'"
UNKNOWN = "user() got an unexpected keyword argument 'n'"
FIRST = "'Flask' object has no attribute 'before_first_request'"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after", "sure"),
    [
        ("view-return", NOTHING, "class A:\n    def v(self):\n        s = 'a'\n\n\n«c.get('/')\n", None, True),
        ("view-rule", LIST, "«@app.route('/', methods='GET, POST')\ndef a(): ...\n",
         "@app.route('/', methods=['GET', 'POST'])\ndef a(): ...\n", True),
        ("view-rule", KEYWORD, "«@app.route('/', method='get')\ndef a(): ...\n",
         "@app.route('/', methods=['get'])\ndef a(): ...\n", True),
        ("view-rule", KEYWORD, "«@app.route('/', method=how)\ndef a(): ...\n",
         "@app.route('/', methods=how)\ndef a(): ...\n", False),
        ("view-rule", KEYWORD, "how = 'GET'\n\n\n«@app.route('/', method=how)\ndef a(): ...\n",
         "how = 'GET'\n\n\n@app.route('/', methods=[how])\ndef a(): ...\n", True),
        ("view-rule", KEYWORD, "«@app.route('/', methods=['GET'], method='POST')\ndef a(): ...\n", None, True),
        ("view-rule", KEYWORD, "«@app.get('/', method='post')\ndef a(): ...\n", None, True),  # get() takes none
        ("view-parameter", UNKNOWN, "@app.get('/<n>')\ndef user(db):\n    return n\n\n\n«c.get('/1')\n", None, True),
        ("view-parameter", UNKNOWN, "@app.get('/<n>')\ndef user(m):\n    return url_for(f(1), n=m)\n\n\n«c.get('/1')\n",
         None, True),
        ("view-parameter", UNKNOWN, "@app.get('/<n>')\ndef user(page=1): ...\n\n\n«c.get('/1')\n",
         "@app.get('/<page>')\ndef user(page=1): ...\n\n\nc.get('/1')\n", False),
        ("view-parameter", UNKNOWN, "@app.get('/<n>', defaults={'n': 1})\ndef user(m): ...\n\n\n«c.get('/1')\n",
         None, True),
        ("app-start", FIRST,
         "app = Flask(n)\n\n\n«@app.before_first_request\ndef f():\n    db.make()\n\n\ndb = D(app)\n",
         None, True),
        ("app-start", FIRST,
         "app = Flask(n)\n\n\n«@app.before_first_request\ndef f():\n    g()\n\n\ndef g(): ...\n",
         None, True),
        ("app-start", FIRST,
         "from flask import session\napp = Flask(n)\n\n\n«@app.before_first_request\ndef f():\n    session['a'] = 1\n",
         None, True),
        ("app-start", FIRST,
         "app = Flask(n)\n\n\n@app.cli.command()\n«@app.before_first_request\ndef f(): ...\n",
         None, True),
    ],
)  # fmt: skip
def test_views_that_fooled_it(
    keeps: Keeps, recipe: str, message: str, before: str, after: str | None, sure: bool
) -> None:
    keeps(recipe, "RuntimeError", message, before, after, sure)
