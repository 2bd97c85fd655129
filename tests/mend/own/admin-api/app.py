"""Small admin interface of the newsletter."""
import hmac
import logging

from flask import Flask, abort, jsonify, request

app = Flask(__name__)
app.config.from_mapping(API_KEY="letmein", TESTING=True)
log = logging.getLogger(__name__)

subscribers = {"ada@example.org": "weekly", "lin@example.org": "daily"}


def key_required(view):
    """Lets a request through that brings the right X-Api-Key."""

    def wrapper(*args, **kwargs):
        key = request.headers.get("X-Api-Key", "")
        if not hmac.compare_digest(key, app.config["API_KEY"]):
            log.info("refused %s %s", request.method, request.path)
            abort(401)
        return view(*args, **kwargs)

    return wrapper


@app.get("/health")
def health():
    return "fine\n"


@app.get("/subscribers")
@key_required
def list_subscribers():
    wanted = request.args.get("plan")
    found = [s for s, plan in subscribers.items() if wanted in (None, plan)]
    return jsonify(subscribers=sorted(found))


@app.put("/subscribers/<address>")
@key_required
def change(address):
    plan = request.get_json()["plan"]
    status = 200 if address in subscribers else 201
    subscribers[address] = plan
    return jsonify(address=address, plan=plan), status


@app.delete("/subscribers/<address>")
@key_required
def remove(address):
    if subscribers.pop(address, None) is None:
        abort(404)
    return "", 204


def self_test():
    client = app.test_client()
    key = {"X-Api-Key": "letmein"}
    print("health:", client.get("/health").text.strip())
    print("no key:", client.get("/subscribers").status_code)
    print("put:", client.put("/subscribers/bo@example.org", json={"plan": "daily"}, headers=key).status_code)
    print("delete:", client.delete("/subscribers/ada@example.org", headers=key).status_code)
    print("left:", client.get("/subscribers?plan=daily", headers=key).json["subscribers"])


if __name__ == "__main__":
    self_test()
