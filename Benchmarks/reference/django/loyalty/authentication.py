"""The platform by its key, people by its tokens."""
import hmac
from dataclasses import dataclass

import jwt
from django.conf import settings
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission


@dataclass(frozen=True)
class Caller:
    person: str = ""  # empty for the platform
    is_authenticated: bool = True


class BearerAuthentication(BaseAuthentication):
    def authenticate(self, request):
        scheme, _, credential = get_authorization_header(request).decode("latin-1").partition(" ")
        if scheme.lower() != "bearer":
            return None
        if hmac.compare_digest(credential.encode(), settings.PLATFORM_KEY.encode()):
            return Caller(), None
        try:
            claims = jwt.decode(credential, settings.JWT_SECRET, algorithms=["HS256"], options={"require": ["exp"]})
        except jwt.InvalidTokenError as error:
            raise AuthenticationFailed(str(error)) from error
        if claims.get("token_type") != "access" or not claims.get("user_id"):
            raise AuthenticationFailed("The token is not for access.")
        return Caller(person=str(claims["user_id"])), None

    def authenticate_header(self, request):
        return "Bearer"


class IsPlatform(BasePermission):
    def has_permission(self, request, view):
        return request.user is not None and not request.user.person


class IsPerson(BasePermission):
    def has_permission(self, request, view):
        return request.user is not None and bool(request.user.person)
