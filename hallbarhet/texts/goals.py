"""The seventeen goals of Agenda 2030 by their Swedish names."""

GOALS = {
    "1": "Ingen fattigdom",
    "2": "Ingen hunger",
    "3": "God hälsa och välbefinnande",
    "4": "God utbildning för alla",
    "5": "Jämställdhet",
    "6": "Rent vatten och sanitet för alla",
    "7": "Hållbar energi för alla",
    "8": "Anständiga arbetsvillkor och ekonomisk tillväxt",
    "9": "Hållbar industri, innovationer och infrastruktur",
    "10": "Minskad ojämlikhet",
    "11": "Hållbara städer och samhällen",
    "12": "Hållbar konsumtion och produktion",
    "13": "Bekämpa klimatförändringarna",
    "14": "Hav och marina resurser",
    "15": "Ekosystem och biologisk mångfald",
    "16": "Fredliga och inkluderande samhällen",
    "17": "Genomförande och globalt partnerskap",
}
"""Names by number, in the order of the agenda."""
