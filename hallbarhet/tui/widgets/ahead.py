"""Keys typed ahead of a slow machine go where they were meant."""

from textual import events
from textual.widget import Widget


def is_meant_elsewhere(widget: Widget, event: events.Key) -> bool:
    """Whether a key that came to a widget was typed for another; then it is dealt with here, and stopped.

    On a slow machine keys come before the focus has moved. Tab moves it at once, and what is typed after it is passed
    on: a digit in a sentence must not be taken for an answer, nor one field's words be put in another.
    """
    screen = widget.screen
    if event.key in {"tab", "shift+tab"}:
        move = screen.focus_next if event.key == "tab" else screen.focus_previous
        move()
    elif screen.focused is None or screen.focused is widget:
        return False
    else:
        screen.focused.post_message(events.Key(event.key, event.character))
    event.stop()
    event.prevent_default()
    return True
