from flask import Blueprint, abort, current_app, jsonify, redirect, url_for

from .codes import encode

bp = Blueprint("links", __name__)


def links():
    return current_app.config["LINKS"]


@bp.post("/links")
def create_link():
    """Body: {"url": "https://..."}"""
    data = request.get_json()
    target = data.get("url", "")
    if not target.startswith(("http://", "https://")):
        abort(400, description="not a web address")
    code = encode(len(links()) + 1)
    links()[code] = {"url": target, "hits": 0}
    return jsonify(short=url_for("links.follow", code=code)), 201


@bp.get("/s/<code>")
def follow(code):
    link = links().get(code)
    if link is None:
        abort(404)
    link["hits"] += 1
    return redirect(link["url"])


@bp.get("/links/<code>/hits")
def hits(code):
    if code not in links():
        abort(404)
    return jsonify(hits=links()[code]["hits"])
