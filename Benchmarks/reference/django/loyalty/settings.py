"""Settings for production: no debug, no middleware that an API has no use for, connections that stay open."""
import os
import urllib.parse

SECRET_KEY = JWT_SECRET = os.environ["TUZO_JWT_SECRET"]
PLATFORM_KEY = os.environ["TUZO_PLATFORM_KEY"]
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS = ["rest_framework", "loyalty"]
MIDDLEWARE = []
ROOT_URLCONF = "loyalty.urls"
WSGI_APPLICATION = "loyalty.wsgi.application"
USE_TZ = True
TIME_ZONE = "UTC"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPEND_SLASH = False


def database(url):
    """`sqlite:PATH`, as durable as Tuzo's, or `postgres://…`."""
    if url.startswith("sqlite:"):
        return {
            "ENGINE": "django.db.backends.sqlite3", "NAME": url.removeprefix("sqlite:"), "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE", "timeout": 60,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;"
                                "PRAGMA wal_autocheckpoint=20000;",
            },
        }
    parts = urllib.parse.urlsplit(url)
    query = dict(urllib.parse.parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql", "NAME": parts.path.lstrip("/"), "CONN_MAX_AGE": None,
        "USER": parts.username or "", "PASSWORD": parts.password or "", "HOST": query.get("host", parts.hostname or ""),
        "PORT": query.get("port", parts.port or ""), "OPTIONS": {"server_side_binding": True},
    }


DATABASES = {"default": database(os.environ["TUZO_DATABASE_URL"])}
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["loyalty.authentication.BearerAuthentication"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "UNAUTHENTICATED_USER": None,
}
LOGGING_CONFIG = None
