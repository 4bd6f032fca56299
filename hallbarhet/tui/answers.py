"""Answers in words and numbers as typed, for the pages."""

from hallbarhet.assessment.shown.answers import answer_words, number_from

__all__ = ["answer_words", "number_from"]
