"""Recipes for subprocess, sockets and requests."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import Apply, Mends

_INT = "expected str, bytes or os.PathLike object, not int"
_TWICE = "stdout and stderr arguments may not be used with capture_output."
_NONE = "'NoneType' object has no attribute 'strip'"
_TWO = "socket.bind() takes exactly one argument (2 given)"
_TUPLE = "'tuple' object has no attribute 'recv'"
_UNCONNECTED = "[Errno 107] Transport endpoint is not connected"
_SCHEME = "unknown url type: 'a.b'"
_FORMAT = "not all arguments converted during string formatting"
_ENTERED = "'generator' object does not support the context manager protocol"
_POST = "POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str."


@pytest.mark.parametrize(
    ("recipe", "before", "after", "message"),
    [
        ("process-text", "«run(['a', 5])»  # é\n", "run(['a', \"5\"])  # é\n", _INT),
        ("process-text", "n = 5\n«run(['a', n, p])»\n", "n = 5\nrun(['a', str(n), p])\n", _INT),
        ("process-text", "c = ['a', len(x)]\n«run(c)»\n", "c = ['a', str(len(x))]\nrun(c)\n", _INT),
        ("process-text", "«run(['a'], env={**e, 'B': 1})»\n", "run(['a'], env={**e, 'B': \"1\"})\n", _INT),
        ("process-text", "os.environ['A'] = «port»\n", "os.environ['A'] = str(port)\n", "str expected, not int"),
        ("process-text", "«run(['a', n])»\n", "run(['a', str(n)])\n", _INT),
        ("process-text", "«run(['a', n, m])»\n", None, _INT),
        ("process-text", "«run(c)»\n", None, _INT),
        ("process-text", "d['A'] = «1»\n", None, "str expected, not int"),
        ("capture-once", "«run(c, capture_output=True, stdout=PIPE, text=True)»\n",
         "run(c, capture_output=True, text=True)\n", _TWICE),
        ("capture-once", "«run(c, stderr=subprocess.PIPE, capture_output=True)»\n",
         "run(c, capture_output=True)\n", _TWICE),
        ("capture-once", "«run(c, capture_output=True, stderr=subprocess.STDOUT)»\n",
         "run(c, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)\n", _TWICE),
        ("capture-once", "«check_output(c, stdout=PIPE)»\n", "check_output(c)\n",
         "stdout argument not allowed, it will be overridden."),
        ("capture-once", "«run(c, capture_output=True, stdout=f)»\n", None, _TWICE),
        ("capture-once", "«run(c, capture_output=True, stdout=PIPE, **o)»\n", None, _TWICE),
        ("capture-output", "r = subprocess.run(c)\nprint(«r.stdout.strip»())\n",
         "r = subprocess.run(c, capture_output=True)\nprint(r.stdout.strip())\n", _NONE),
        ("capture-output", "p = sp.Popen(c)\n«p.stdout.strip»()\n",
         "p = sp.Popen(c, stdout=sp.PIPE)\np.stdout.strip()\n", _NONE),
        ("capture-output", "p = sp.Popen(c)\no, e = p.communicate()\n«e.strip»()\n",
         "p = sp.Popen(c, stderr=sp.PIPE)\no, e = p.communicate()\ne.strip()\n", _NONE),
        ("capture-output", "r = subprocess.run(c, stdout=subprocess.PIPE)\n«r.stderr.strip»()\n",
         "r = subprocess.run(c, stdout=subprocess.PIPE, stderr=subprocess.PIPE)\nr.stderr.strip()\n", _NONE),
        ("capture-output", "r = subprocess.run(c, stdout=f)\n«r.stdout.strip»()\n", None, _NONE),
        ("capture-output", "r = other(c)\n«r.stdout.strip»()\n", None, _NONE),
        ("address-tuple", "«s.bind('', 80)»  # é\n", "s.bind(('', 80))  # é\n", _TWO),
        ("address-tuple", "«s.bind('', 80)»\n", None, "socket.listen() takes exactly one argument (2 given)"),
        ("accepted-socket", "c = s.accept()\n«c.recv(1)»\n", "c, address = s.accept()\nc.recv(1)\n", _TUPLE),
        ("accepted-socket", "c = s.accept()\nprint(c[1])\n«c.recv(1)»\n", None, _TUPLE),
        ("accepted-socket", "c = pair()\n«c.recv(1)»\n", None, _TUPLE),
        ("accepted-socket", "c, a = s.accept()\n«s.recv(1)»\n", "c, a = s.accept()\nc.recv(1)\n", _UNCONNECTED),
        ("accepted-socket", "c, a = s.accept()\nd, b = s.accept()\n«s.recv(1)»\n", None, _UNCONNECTED),
        ("accepted-socket", "«s.recv(1)»\n", None, _UNCONNECTED),
        ("url-scheme", "«urlopen('a.b/c')»\n", "urlopen('https://a.b/c')\n", _SCHEME),
        ("url-scheme", "u = f'localhost:{p}/'\n«urlopen(u)»\n", "u = f'http://localhost:{p}/'\nurlopen(u)\n",
         "unknown url type: 'localhost:80/'"),
        ("url-scheme", "B = 'a.b'\n«get(B + '/c')»\n", "B = 'https://a.b'\nget(B + '/c')\n", _SCHEME),
        ("url-scheme", "«get('a.b' + '/c')»\n", "get('https://a.b' + '/c')\n", _SCHEME),
        ("url-scheme", "«urlopen(u)»\n", None, _SCHEME),
        ("url-scheme", "«urlopen('data')»\n", None, _SCHEME),
        ("url-scheme", "«get('ftp://a.b')»\n", None, _SCHEME),
        ("post-bytes", "d = urlencode(x)\nr = Request(u, data=d)\n«urlopen(r)»\n",
         "d = urlencode(x)\nr = Request(u, data=d.encode())\nurlopen(r)\n", _POST),
        ("post-bytes", "«urlopen(u, json.dumps(x))»\n", "urlopen(u, json.dumps(x).encode())\n", _POST),
        ("post-bytes", "«urlopen(u, d)»\n", None, _POST),
        ("encode-text", "«self.wfile.write(page)»\n", "self.wfile.write(page.encode())\n",
         "a bytes-like object is required, not 'str'"),
        ("encode-text", "«f.write(page)»\n", None, "a bytes-like object is required, not 'str'"),
        ("log-placeholders", "«log.info('a', b, c)»  # é\n", "log.info('a %s %s', b, c)  # é\n", _FORMAT),
        ("log-placeholders", "«log.log(5, 'a=', b)»\n", "log.log(5, 'a=%s', b)\n", _FORMAT),
        ("log-placeholders", "«log.info('a %s', b, c)»\n", None, _FORMAT),
        ("log-placeholders", "«log.info('a {}', b)»\n", None, _FORMAT),
        ("log-placeholders", "«log.info(m, b)»\n", None, _FORMAT),
        ("level-name", "«basicConfig(level='info')»\n", "basicConfig(level='INFO')\n", "Unknown level: 'info'"),
        ("level-name", "«l.setLevel('DEBG')»\n", "l.setLevel('DEBUG')\n", "Unknown level: 'DEBG'"),
        ("level-name", "«l.setLevel(level)»\n", None, "Unknown level: 'info'"),
        ("level-name", "«l.setLevel('loud')»\n", None, "Unknown level: 'loud'"),
        ("context-manager", "import os\ndef f():\n\tyield 1\n«with f() as x:\n\tpass\n",
         "import os\nfrom contextlib import contextmanager\n@contextmanager\ndef f():\n\tyield 1\n"
         "with f() as x:\n\tpass\n", _ENTERED),
        ("context-manager", "@d\ndef f():\n\tyield 1\n«with f() as x:\n\tpass\n", None, _ENTERED),
        ("context-manager", "def f():\n\tfor i in y:\n\t\tyield i\n«with f() as x:\n\tpass\n", None, _ENTERED),
        ("text-mode", "«run(['cat'], input='a')»\n", "run(['cat'], input='a', text=True)\n",
         "memoryview: a bytes-like object is required, not 'str'"),
    ],
)  # fmt: skip
def test_processes_and_sockets(mend: Apply, recipe: str, before: str, after: str | None, message: str) -> None:
    mended = mend(recipe, before, exception="TypeError", message=message)
    assert (mended and mended.text) == after
    assert mended is None or mended.mend.sure
    windows = mend(recipe, before.replace("\n", "\r\n"), exception="TypeError", message=message)
    assert (windows and windows.text) == (after and after.replace("\n", "\r\n"))


_TEXT = st.text("#é \tx", max_size=20).map(lambda text: "# " + text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(above=_TEXT, below=_TEXT, ending=st.sampled_from(["\n", "\r\n"]))
def test_text_around_stays(mends: Mends, above: str, below: str, ending: str) -> None:
    source = ending.join([above, "if x:", "\t«s.bind(  'é',\t80)» " + below, below, ""])
    mended = mends("address-tuple", source, exception="TypeError", message=_TWO)
    plain = source.replace("«", "").replace("»", "")
    assert mended.text == plain.replace("'é',\t80", "('é',\t80)")
