"""Which pages search engines may list: not the one that shows made-up figures."""

from flask import Flask, Response, request

UNLISTED = "style"


def install(server: Flask, *, prefix: str) -> None:
    """Ask search engines to leave out what is not about real places."""

    @server.after_request
    def unlisted(response: Response) -> Response:
        if request.path.rstrip("/") == f"{prefix}{UNLISTED}":
            response.headers["X-Robots-Tag"] = "noindex"
        return response
