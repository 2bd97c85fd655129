"""Rooms of the community house as a small web service."""
from flask import Flask, abort, jsonify, request

app = Flask(__name__)
app.testing = True

ROOMS = {1: {"name": "Hall", "seats": 80}, 2: {"name": "Attic", "seats": 12}}
BOOKINGS = []


@app.get("/rooms")
def list_rooms():
    least = request.args.get("seats", 0, type=int)
    return jsonify([room for room in ROOMS.values() if room["seats"] >= least])


@app.get("/rooms/<int:id>")
def show_room(room_id):
    room = ROOMS.get(room_id)
    if room is None:
        abort(404)
    return jsonify(id=room_id, **room)


@app.post("/bookings")
def book():
    wish = request.get_json()
    if wish["room"] not in ROOMS:
        abort(404)
    BOOKINGS.append(wish)
    return jsonify(number=len(BOOKINGS)), 201


def self_test():
    client = app.test_client()
    print("large rooms:", [room["name"] for room in client.get("/rooms?seats=50").json])
    print("booked:", client.post("/bookings", json={"room": 1, "day": "mon"}).status_code)
    answer = client.get("/rooms/2")
    print("room 2:", answer.status_code, answer.json["name"])
    print("room 9:", client.get("/rooms/9").status_code)


if __name__ == "__main__":
    self_test()
