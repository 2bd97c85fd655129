"""python -m shortlink.selftest"""
from . import create_app


def main():
    app = create_app()
    app.testing = True
    client = app.test_client()
    answer = client.post("/links", json={"url": "https://example.org/a/long/page"})
    short = answer.get_json()["short"]
    print("created:", short)
    answer = client.get(short)
    print("redirects to", answer.headers["Location"])
    assert client.get("/s/zzz").status_code == 404
    assert client.get("/links/b/hits").get_json() == {"hits": 1}
    print("ok")


if __name__ == "__main__":
    main()
