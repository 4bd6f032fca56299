"""What is said about organisation numbers and personal identity numbers."""


def not_a_number(written: str) -> str:
    return (
        f'organisationsnumret "{written}" har inte tio siffror. '
        "Skriv det som i bolagsregistret, till exempel 556123-4567."
    )


def wrong_check_digit(written: str) -> str:
    return (
        f'organisationsnumret "{written}" kan inte stämma: den sista siffran är en kontrollsiffra '
        "och passar inte till de andra. Jämför med ansökan och rätta den siffra som blivit fel."
    )


def not_an_organisation(written: str) -> str:
    return (
        f'"{written}" är varken ett organisationsnummer eller ett personnummer. '
        "I ett organisationsnummer är den tredje siffran 2 eller högre, som i 556123-4567."
    )
