"""Hållbarhetssäkring of regional support cases: checklist, goal conflicts, records and reports."""

__version__ = "0.1.0"
