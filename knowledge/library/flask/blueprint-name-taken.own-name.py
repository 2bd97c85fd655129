"""The second blueprint was copied from the first, its name with it."""
# needs: flask
# fails: ValueError at line 18
# prints: orders
from flask import Blueprint, Flask

shop = Blueprint("shop", __name__)
admin_bp = Blueprint("shop", __name__)  # staff only


@admin_bp.get("/orders")
def orders():
    return "orders"


app = Flask(__name__)
app.register_blueprint(shop)
app.register_blueprint(admin_bp, url_prefix="/admin")
print(app.test_client().get("/admin/orders").text)
