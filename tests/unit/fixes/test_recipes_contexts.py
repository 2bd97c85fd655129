"""Flask's application context, where the application is known."""

from __future__ import annotations

import pytest

from .conftest import Apply, Outcome

_OUTSIDE = "Working outside of application context."
_APP = "from flask import Flask\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "def main():\n\tapp = Flask('a')\n\t«init()  # é\n",
            "def main():\n\tapp = Flask('a')\n\twith app.app_context():\n\t\tinit()  # é\n",
        ),
        (
            "def main():\n    a = create_app()\n    «x = f(\n        1)\n",
            "def main():\n    a = create_app()\n    with a.app_context():\n        x = f(\n            1)\n",
        ),
        (
            "app = Flask('a')\ndef main():\n    «init()\nif __name__ == '__main__':\n    main()\n",
            "app = Flask('a')\ndef main():\n    with app.app_context():\n        init()\nif __name__ == '__main__':\n"
            "    main()\n",
        ),
        (
            "app = Flask('a')\nif __name__ == '__main__':\n    «init()\n",
            "app = Flask('a')\nif __name__ == '__main__':\n    with app.app_context():\n        init()\n",
        ),
    ],
)
def test_the_statement_is_put_into_the_context(outcome: Outcome, before: str, after: str) -> None:
    for ending in ("\n", "\r\n"):
        assert outcome("app-context", (_APP + before).replace("\n", ending), "RuntimeError", _OUTSIDE) == (
            (_APP + after).replace("\n", ending),
            True,
        )


@pytest.mark.parametrize(
    "source",
    [
        "app = Flask('a')\n@app.get('/')\ndef view():\n    «init()\n",
        "app = Flask('a')\ndef job():\n    «init()\nThread(target=job).start()\n",
        "def main(app):\n    «init()\n",
        "def main():\n    «init()\n    app = Flask('a')\n",
        "def main():\n    app = Flask('a')\n    other = Flask('b')\n    «init()\n",
        "def main():\n    app = Flask('a')\n    «return init()\n",
        "def main():\n    app = Flask('a')\n    «yield init()\n",
        "app = Flask('a')\nclass A:\n    def main(self):\n        «init()\n",
    ],
)
def test_where_no_application_is_known_nothing_is_done(mend: Apply, source: str) -> None:
    assert mend("app-context", _APP + source, "RuntimeError", _OUTSIDE) is None
