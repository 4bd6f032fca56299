"""Text from people: harmless on a terminal, tidy after a paste."""

import pytest

from hallbarhet.assessment.shown.plain import cleaned, harmless, one_line, shortened
from hallbarhet.tui.plain import plain


def test_pasted_words_keep_their_letters_and_lose_their_typesetting():
    pasted = (
        "Ma\u030alet:\r\n•\tfa\u0308rre bilar\u00a0på vägen\r"
        "\u00adsam\u00adverkan\u200b\ufeff ﬁnns\r\n\r\n\r\n\r\nSlut  "
    )
    assert cleaned(pasted) == "Målet:\n- färre bilar på vägen\nsamverkan finns\n\nSlut"


@pytest.mark.parametrize("bullet", "•◦▪‣●○■❖\uf0b7\uf0a7")
def test_every_kind_of_bullet_becomes_a_dash(bullet):
    assert cleaned(f"  {bullet} punkt") == "  - punkt"


def test_cleaning_twice_is_cleaning_once():
    pasted = "• ett\u00a0två\r\n\tfyra\u000bfem"
    assert cleaned(cleaned(pasted)) == cleaned(pasted)


def test_a_paste_cannot_steer_the_terminal():
    assert cleaned("före\u001b[31m\u0007\u202eefter") == "före[31mefter"


def test_steering_characters_are_shown_and_not_obeyed():
    assert harmless("a\u001b[2Jb\u202ec\u009bd") == "a\ufffd[2Jb\ufffdc\ufffdd"
    assert harmless("rad\n\ttabb") == "rad\n\ttabb"


def test_markup_is_only_words():
    content = plain("[b]fet[/b] [/")
    assert content.plain == "[b]fet[/b] [/"
    assert content.spans == []


def test_a_long_text_is_cut_at_a_word():
    assert shortened("Hur påverkas utsläppen av växthusgaser", 30) == "Hur påverkas utsläppen av…"
    assert shortened("kort", 20) == "kort"


def test_lines_become_one():
    assert one_line("  två\n rader\t här ") == "två rader här"
