"""Reading articles from files, folders, tables, web pages and standard input."""

from detente.ingest.reader import read

__all__ = ["read"]
