"""The documents described for other languages, as JSON Schema."""

from .schema import json_schema

__all__ = ["json_schema"]
