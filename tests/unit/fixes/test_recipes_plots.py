"""Recipes for Matplotlib, Pillow and Flask."""

from __future__ import annotations

import pytest

from .conftest import Makes

_SUBSCRIPT = "'Axes' object is not subscriptable"
_PLOT = "'numpy.ndarray' object has no attribute 'plot'"
_NORMED = "Rectangle.set() got an unexpected keyword argument 'normed'"
_COLOUR = "Line2D.set() got an unexpected keyword argument 'colour'"
_STYLE = "'seaborn-white' is not a valid package style"
_BACKEND = "Cannot load backend 'TkAgg' which requires the 'tk' interactive framework, as 'headless' is running"
_CMAP = "module 'matplotlib.cm' has no attribute 'get_cmap'"
_JPEG = "cannot write mode RGBA as JPEG"
_NOTHING = (
    "The view function for 'f' did not return a valid response. The function either returned None or ended "
    "without a return statement."
)
_TWICE = "View function mapping is overwriting an existing endpoint function: w"
_OUTSIDE = "Working outside of application context.\n\nThis typically means..."
_APP = "app = Flask(__name__)\n"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after", "sure"),
    [
        ("plot-axes", _PLOT, "f, a = plt.subplots(2, 3)\nfor x in a:  # é\n    «x.plot(y)»\n",
         "f, a = plt.subplots(2, 3)\nfor x in a.flat:  # é\n    x.plot(y)\n", True),
        ("plot-axes", _PLOT, "f, a = plt.subplots(1, 3)\n«a.plot(y)»\n", None, None),
        ("plot-axes", _PLOT, "f, a = plt.subplots(n, 3)\nfor x in a:\n    «x.plot(y)»\n", None, None),
        ("plot-axes", _SUBSCRIPT, "f, a = plt.subplots()\n«a[0].plot(y)»\n", "f, a = plt.subplots()\na.plot(y)\n",
         True),
        ("plot-axes", _SUBSCRIPT, "f, a = plt.subplots()\n«a[1].plot(y)»\n", None, None),
        ("plot-axes", _SUBSCRIPT, "«a[0].plot(y)»\n", None, None),
        ("plot-keyword", _NORMED, "«plt.hist(x, normed=True)»\n", "plt.hist(x, density=True)\n", True),
        ("plot-keyword", _COLOUR, "«plt.plot(x, colour='é')»\n", "plt.plot(x, color='é')\n", True),
        ("plot-keyword", _COLOUR, "«plt.plot(x, colour='r', color='b')»\n", None, None),
        ("plot-keyword", _COLOUR.replace("colour", "banana"), "«plt.plot(x, banana=1)»\n", None, None),
        ("plot-style", _STYLE, "«plt.style.use('seaborn-white')»\n", "plt.style.use('seaborn-v0_8-white')\n", True),
        ("plot-style", _STYLE, "«plt.style.use('other')»\n", None, None),
        ("plot-backend", _BACKEND, "matplotlib.use('TkAgg')\n«plt.figure()\nplt.savefig(p)\n",
         "matplotlib.use('Agg')\nplt.figure()\nplt.savefig(p)\n", True),
        ("plot-backend", _BACKEND, "matplotlib.use('TkAgg')\n«plt.figure()\nplt.show()\n",
         "matplotlib.use('Agg')\nplt.figure()\nplt.show()\n", False),
        ("plot-backend", _BACKEND, "«plt.figure()\n", None, None),
        ("plot-colours", _CMAP, "import matplotlib.pyplot as plt\nx = «plt.cm.get_cmap»('a')\n",
         "import matplotlib.pyplot as plt\nx = plt.get_cmap('a')\n", True),
        ("picture-measure", "", "w, h = «d.textsize(t, font=f)»\n", "w, h = d.textbbox((0, 0), t, font=f)[2:]\n", True),
        ("picture-measure", "", "w = «f.getsize(t)»[0]\n", "w = f.getbbox(t)[2:][0]\n", True),
        ("picture-measure", "", "w = «f.getsize()»\n", None, None),
        ("picture-mode", _JPEG, "«im.save('a.jpg')»  # é\n", "im.convert(\"RGB\").save('a.jpg')  # é\n", True),
        ("picture-mode", _JPEG, "«im.convert('RGBA').save('a.jpg')»\n", None, None),
        ("view-return", _NOTHING, "def f():\n\trender_template('é')  # x\n\n«c.get('/')\n",
         "def f():\n\treturn render_template('é')  # x\n\nc.get('/')\n", True),
        ("view-return", _NOTHING, "def f():\n    jsonify(a), 201  # é\n\n«c.get('/')\n",
         "def f():\n    return jsonify(a), 201  # é\n\nc.get('/')\n", True),
        ("view-return", _NOTHING, "def f():\r\n    x = 1  # é\r\n\r\n«c.get('/')\r\n",
         "def f():\r\n    x = 1  # é\r\n    return x\r\n\r\nc.get('/')\r\n", False),
        ("view-return", _NOTHING, "def f():\n    x = 'é' % a\n\n«c.get('/')\n",
         "def f():\n    x = 'é' % a\n    return x\n\nc.get('/')\n", True),
        ("view-return", _NOTHING, "def f():\n    if a:\n        return 1\n\n«c.get('/')\n", None, None),
        ("view-return", _NOTHING, "def f():\n    print(1)\n\n«c.get('/')\n", None, None),
        ("view-wraps", _TWICE,
         "import functools\ndef d(v):\n\tdef w(*a):  # é\n\t\treturn v(*a)\n\treturn w\n\n«@d\ndef g(): ...\n",
         "import functools\ndef d(v):\n\t@functools.wraps(v)\n\tdef w(*a):  # é\n\t\treturn v(*a)\n\treturn w\n\n@d\n"
         "def g(): ...\n", True),
        ("view-wraps", _TWICE, "def w(): ...\n\n«@d\ndef w(): ...\n", None, None),
        ("view-rule", "Allowed methods must be a list of strings", "«@app.route('/', methods='POST')\ndef f(): ...\n",
         "@app.route('/', methods=['POST'])\ndef f(): ...\n", True),
        ("view-rule", "Rule.__init__() got an unexpected keyword argument 'method'",
         "«@app.route('/é', method='POST')\ndef f(): ...\n", "@app.route('/é', methods=['POST'])\ndef f(): ...\n",
         True),
        ("view-rule", "URL rule 'a' must start with a slash.", "«@app.route('a')\ndef f(): ...\n",
         "@app.route('/a')\ndef f(): ...\n", True),
        ("view-rule", "URL rule 'a' must start with a slash.", "«@app.route(a)\ndef f(): ...\n", None, None),
        ("view-parameter", "f() got an unexpected keyword argument 'n'",
         "@app.get('/<int:n>')\ndef f(k): ...\n«c.get('/3')\n",
         "@app.get('/<int:k>')\ndef f(k): ...\nc.get('/3')\n", True),
        ("view-parameter", "f() got an unexpected keyword argument 'n'",
         "@app.get('/<n>/<m>')\ndef f(): ...\n«c.get('/3')\n",
         "@app.get('/<n>/<m>')\ndef f(n, m): ...\nc.get('/3')\n", True),
        ("view-parameter", "f() got an unexpected keyword argument 'n'",
         "@app.get('/<n>')\ndef f(k, j): ...\n«c.get('/3')\n",
         None, None),
        ("view-parameter", "f() got an unexpected keyword argument 'n'", "def f(): ...\n«f(n=1)\n", None, None),
        ("app-context", _OUTSIDE, _APP + "«db.create_all()  # é\n",
         _APP + "with app.app_context():\n    db.create_all()  # é\n", True),
        ("app-context", _OUTSIDE, "«db.create_all()\n" + _APP, None, None),
        ("app-context", _OUTSIDE, _APP + "def f():\n    «db.create_all()\n", None, None),
        ("app-context", "Working outside of request context.", _APP + "«print(request.args)\n", None, None),
        ("app-start", "", _APP + "\n\n«@app.before_first_request\ndef f():\n\tg()  # é\n",
         _APP + "\n\ndef f():\n\tg()  # é\n\n\nwith app.app_context():\n\tf()\n", True),
        ("app-start", "", _APP + "«@app.before_first_request\ndef f(x): ...\n", None, None),
        ("app-key", "no secret key was set", "import secrets\n" + _APP + "«session['a'] = 1\n",
         "import secrets\n" + _APP + "app.secret_key = secrets.token_hex()\nsession['a'] = 1\n", False),
        ("app-key", "no secret key was set", _APP + "app.config['SECRET_KEY'] = ''\n«session['a'] = 1\n", None, None),
        ("extension", "No module named 'flask.ext'", "«from flask.ext.login import X, Y  # é\n",
         "from flask_login import X, Y  # é\n", True),
        ("extension", "No module named 'flask.ext'", "«import flask.ext.login\n", None, None),
    ],
)  # fmt: skip
def test_a_library_is_called_as_it_is_now(
    makes: Makes, recipe: str, message: str, before: str, after: str | None, sure: bool | None
) -> None:
    makes(recipe, message, before, after, sure)
