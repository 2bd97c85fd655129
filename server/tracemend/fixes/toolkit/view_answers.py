"""What a view may answer, in Flask and in Django."""

from __future__ import annotations

import ast

from tracemend.fixes.toolkit.code import called, text_of

OF_FLASK = (
    "render_template",
    "render_template_string",
    "jsonify",
    "redirect",
    "make_response",
    "send_file",
    "send_from_directory",
    "Response",
)
"""What makes an answer of Flask."""
OF_DJANGO = (
    "render",
    "redirect",
    "HttpResponse",
    "HttpResponseRedirect",
    "JsonResponse",
    "FileResponse",
    "StreamingHttpResponse",
    "TemplateResponse",
    "HttpResponseBadRequest",
    "HttpResponseNotFound",
    "HttpResponseForbidden",
)
"""What makes an answer of Django."""


def is_answer(node: ast.expr) -> bool:
    """Whether the code shows that a view of Flask may answer a value: a text, dictionary, list, what Flask makes."""
    if isinstance(node, ast.BinOp):
        return any(is_answer(side) for side in (node.left, node.right))
    if isinstance(node, ast.Call):
        return called(node) in (*OF_FLASK, "str", "join", "format", "dumps", "dict", "list")
    return text_of(node) is not None or isinstance(
        node, ast.JoinedStr | ast.Dict | ast.List | ast.DictComp | ast.ListComp
    )
