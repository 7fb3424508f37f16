"""The version, also in pyproject.toml by way of the build."""

__version__ = "0.1.0"
