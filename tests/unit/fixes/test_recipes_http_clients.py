"""Sessions that try again, and the issuers of certifi."""

from __future__ import annotations

import pytest

from .conftest import Apply, Makes

RESET = "('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))"
ERROR = "requests.exceptions.ConnectionError"
NEW = (
    "import requests\nfrom requests.adapters import HTTPAdapter\nfrom urllib3.util import Retry\n\n"
    "session = requests.Session()\n"
)
MOUNTED = 'mount("https://", HTTPAdapter(max_retries=Retry(total=3, backoff_factor=0.5)))\n'
IMPORTS = "import requests\nfrom requests.adapters import HTTPAdapter\nfrom urllib3.util import Retry\n\n"


def mounts(name: str, indent: str = "") -> str:
    return f"{indent}{name}.{MOUNTED}{indent}{name}.{MOUNTED.replace('https', 'http')}"


def test_a_new_session_tries_again(makes: Makes) -> None:
    code = "import requests\n\nfor u in urls:\n    r = «requests.get(u, timeout=5)»  # é\n"
    after = f"{NEW}{mounts('session')}\nfor u in urls:\n    r = session.get(u, timeout=5)  # é\n"
    makes("session-retries", RESET, code, after, False, ERROR)


def test_the_session_at_hand_tries_again(makes: Makes) -> None:
    code = "import requests\n\ns = requests.Session()  # é\ns.headers['a'] = 'b'\nr = «s.get(u)»\n"
    after = f"{IMPORTS}s = requests.Session()  # é\n{mounts('s')}s.headers['a'] = 'b'\nr = s.get(u)\n"
    makes("session-retries", RESET, code, after, False, ERROR)
    block = "import requests\n\nwith requests.Session() as s:\n    r = «s.get(u)»\n"
    after = f"{IMPORTS}with requests.Session() as s:\n{mounts('s', '    ')}    r = s.get(u)\n"
    makes("session-retries", RESET, block, after, False, ERROR)
    held = (
        "import requests\n\nclass A:\n    def __init__(self):\n        self.s = requests.Session()\n\n"
        "    def f(self):\n        return «self.s.get('u')»\n"
    )
    made = held.replace("import requests\n\n", IMPORTS).replace(
        "Session()\n", f"Session()\n{mounts('self.s', ' ' * 8)}"
    )
    makes("session-retries", RESET, held, made.replace("«", "").replace("»", ""), False, ERROR)


@pytest.mark.parametrize(
    "code",
    [
        "import requests\n\nr = «requests.post(u)»\n",
        "import requests\n\ntry:\n    r = «requests.get(u)»\nexcept requests.Timeout:\n    r = None\n",
        "import requests\n\ns = requests.Session()\ns.mount('http://', A(max_retries=3))\nr = «s.get(u)»\n",
        "import requests\n\nr = «client.get(u)»\n",
        "import requests\n\nr = «requests.get(a)», requests.get(b)\n".replace("«", "").replace("r =", "«r ="),
        "import httpx\n\nr = «httpx.get(u)»\n",
        "import requests; import sys\nr = «requests.get(u)»\n",
        "import requests\n\ns = make()\nr = «s.get(u)»\n",
    ],
)
def test_no_session_is_made_to_try_again(makes: Makes, code: str) -> None:
    makes("session-retries", RESET, code, None, exception=ERROR)


def test_other_errors_are_not_tried_again(makes: Makes) -> None:
    code = "import requests\n\nr = «requests.get(u)»\n"
    for exception in ("requests.exceptions.HTTPError", "ConnectionError", "requests.exceptions.SSLError"):
        makes("session-retries", RESET, code, None, exception=exception)


NO_ISSUER = (
    "<urlopen error [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate "
    "(_ssl.c:1006)>"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import ssl\n\nc = ssl.create_default_context()  # é\nr = «urlopen(u, context=c)»\n",
         "import ssl\n\nimport certifi\n\nc = ssl.create_default_context(cafile=certifi.where())  # é\n"
         "r = urlopen(u, context=c)\n"),
        ("from urllib.request import urlopen\n\nwith «urlopen(u, timeout=5)» as r:\n    pass\n",
         "import ssl\nfrom urllib.request import urlopen\n\nimport certifi\n\n"
         "with urlopen(u, timeout=5, context=ssl.create_default_context(cafile=certifi.where())) as r:\n    pass\n"),
        ("import ssl\n\nc = ssl.create_default_context(cafile='a.pem')\nr = «urlopen(u, context=c)»\n", None),
        ("import ssl\n\nc = ssl.create_default_context()\nc.load_verify_locations('a')\nr = «f(c)»\n", None),
        ("r = «urlopen(u, context=c)»\n", None),
        ("r = «urlopen(u, cafile='a')»\n", None),
        ("r = «get(u)»\n", None),
    ],
)  # fmt: skip
def test_the_issuers_of_certifi(makes: Makes, before: str, after: str | None) -> None:
    makes("certifi-context", NO_ISSUER, before, after, False, "urllib.error.URLError")


@pytest.mark.parametrize(
    "reason", ["self-signed certificate", "certificate has expired", "Hostname mismatch", "IP address mismatch"]
)
def test_what_certifi_does_not_mend(mend: Apply, reason: str) -> None:
    message = NO_ISSUER.replace("unable to get local issuer certificate", reason)
    assert mend("certifi-context", "r = «urlopen(u)»\n", "urllib.error.URLError", message) is None
