"""Characters that act on a screen are shown instead."""

import pytest

from hallbarhet.report.harmless import _SUSPECT, _TABLE, harmless, markdown


@pytest.mark.parametrize(
    "text, shown",
    [
        ("vanlig text, åäö\n\toch rader", "vanlig text, åäö\n\toch rader"),
        ("\x00\x1b[31m", "␀␛[31m"),
        ("a\x7f\x9b", "a␡[U+009B]"),
        ("avslås\u202eni", "avslås[U+202E]ni"),
        ("\u2066gömd\u2069", "[U+2066]gömd[U+2069]"),
        ("två\u2028rader\u0085till", "två\nrader\ntill"),
        ("tom\u200bhet\ufeff", "tom[U+200B]het[U+FEFF]"),
        ("\U000e0041", "[U+E0041]"),
        ("👩\u200d🌾 och e\u0301", "👩\u200d🌾 och e\u0301"),
    ],
)
def test_what_would_act_is_shown(text, shown):
    assert harmless(text) == shown
    assert harmless(harmless(text)) == harmless(text)


def test_the_search_finds_exactly_the_characters_that_are_shown():
    everything = "".join(map(chr, range(0x110000)))
    assert {ord(character) for character in _SUSPECT.findall(everything)} == set(_TABLE)


@pytest.mark.parametrize(
    "text, escaped",
    [
        ("# rubrik", "\\# rubrik"),
        ("- punkt\n1. punkt\n2) punkt", "\\- punkt\n1\\. punkt\n2\\) punkt"),
        ("+33,3 och 12.5", "+33,3 och 12.5"),
        ("---", "\\---"),
        ("[länk](http://x)", "\\[länk\\](http://x)"),
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("a | b * c _d_ `e` ~f~ &amp;", "a \\| b \\* c \\_d\\_ \\`e\\` \\~f\\~ \\&amp;"),
    ],
)
def test_markdown_says_exactly_the_words(text, escaped):
    assert markdown(text) == escaped
