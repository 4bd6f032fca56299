"""What one types in the line mode to walk the small checklist from case data to a sealed record."""

import io

CASE = ["RUN/1/2026", "Cykelled", "Byalaget", "", "", "100 000", "", "", "", "", "", "Eva Ek", "2"]
"""Diarienummer, rubrik, sökande, organisationsnummer, kommuner, sökt belopp, … handläggare, stödform."""

QUESTIONS = ["En led för alla.", "", "4", "Två tjänster.", "", "", "2", ""]
"""Text; grade, why, no split; number, no words."""

GATE = ["Ja.", "", "1", "I linje med strategin.", "", "", ""]
REST = ["3", "", "1", ""]
END = ["", "", "Bra insats.", "", "1", "", "", "", "klar"]
"""Conflicts, check, judgement: text, recommendation, conditions, two dimensions; completion."""

WHOLE = [*CASE, *QUESTIONS, *GATE, *REST, *END]


class Script(io.TextIOBase):
    """Lines as somebody types them; what is no line is done when its turn comes: something that happens meanwhile."""

    def __init__(self, *lines):
        self.lines = list(lines)

    def readline(self, size=-1):
        while self.lines:
            line = self.lines.pop(0)
            if isinstance(line, str):
                return f"{line}\n"
            line()
        return ""

    def isatty(self):
        return False
