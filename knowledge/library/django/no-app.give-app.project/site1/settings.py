SECRET_KEY = "x"
DEBUG = True
ALLOWED_HOSTS = ["books.example"]
INSTALLED_APPS = [
    "django.contrib.contenttypes",  # for permissions
    "django.contrib.auth",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
