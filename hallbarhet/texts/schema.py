"""What every key of a checklist means: shown by editors while somebody writes, and in the handbook's list of keys."""

from hallbarhet.texts.schema_conditions import CONDITIONS

CHECKLIST = {
    "": "En checklista för hållbarhetssäkring.",
    "format": "Filformatets nummer. Skriv 1.",
    "checklista": "Vilken checklista det är: id, version och titel.",
    "dimension": "Hållbarhetens sidor. Ordningen här är ordningen på skärmen och i rapporten.",
    "tema": "Vad en dimension består av. En fråga som ger poäng står i ett tema.",
    "skala": "En svarsskala, som flera frågor kan dela.",
    "tagg": "Något som går tvärs över teman, till exempel barn eller klimat.",
    "fasett": "Ett sätt att dela upp ett svar på grupper, platser eller tid. Ger aldrig poäng, men visar vem som vinner och förlorar.",
    "strategimal": "Ett mål i regionens egen strategi.",
    "malgrupp": "En samling av Agenda 2030-mål. Finns grupper ska varje mål stå i exakt en.",
    "mal": "Vad regionen säger om ett mål i Agenda 2030.",
    "avsnitt": "En del av checklistan, i den ordning den gås igenom.",
    "hallplats": "En hållplats: tänka om, avsluta eller gå vidare, med ett skäl som sparas.",
    "malkonflikt": "Vad som kan stå mot vad. Spann, dolda, fasett-, strategi- och matriskonflikter letas efter även utan regel.",
    "samspel": "Hur framsteg för ett mål påverkar ett annat. Antingen Agenda 2030-mål eller strategimål, aldrig båda.",
    "niva": "Nivåerna i resultatet, högsta först. Utan egna nivåer används metodens fem.",
    "regler": "Gränser och sätt att räkna.",
    "koppling": "Vad som blev av frågorna sedan en äldre version, så att gamla svar hittar rätt.",
    "provfall": "Checklistans egna prov, som körs av granska. Frågor som inte nämns besvaras neutralt.",
    "borttaget": "Vad ett tillägg har tagit bort. Skrivs av programmet i en sammanslagen checklista.",
    "ursprung": "Vad checklistan bygger på. Skrivs av programmet i en sammanslagen checklista.",
}

HEADER = {
    "": "Vilken checklista det är.",
    "id": "Checklistans namn för programmet. Ändras aldrig.",
    "version": "Tre tal: större.mindre.rättelse. Rättelse är ord, mindre är vikter, gränser eller en frivillig fråga, större är att ett svar betyder något annat.",
    "titel": "Checklistans namn för människor.",
    "galler_fran": "Från och med vilken dag den gäller. Skriv datumet utan citattecken: 2026-01-01.",
    "region": "Vilken region den är gjord för.",
    "stodformer": "Vilka stödformer den erbjuds för. Tom lista betyder alla.",
    "ingress": "Kort text som visas innan första frågan.",
    "kallor": "Varifrån frågorna kommer.",
}

SOURCE = {
    "": "En källa till frågorna.",
    "titel": "Källans namn.",
    "lank": "Adress på webben.",
}

DIMENSION = {
    "": "En av hållbarhetens sidor.",
    "id": "Dimensionens namn för programmet.",
    "namn": "Dimensionens namn för människor.",
    "definition": "Vad dimensionen omfattar.",
    "vikt": "Hur tungt dimensionen väger i indexet. 1 om inget skrivs, 0 utesluter den.",
}

THEME = {
    "": "En del av en dimension.",
    "id": "Temats namn för programmet.",
    "dimension": "Id för den dimension som temat hör till.",
    "namn": "Temats namn för människor.",
    "vikt": "Hur tungt temat väger i sin dimension. 1 om inget skrivs.",
}

GRADE = {
    "": "Ett steg på en skala.",
    "grad": "Stegets värde: ett heltal eller ett tal med decimalpunkt.",
    "text": "Vad steget betyder, i ord.",
    "poang": "Poäng från -100 till 100, när stegen inte ligger lika långt från varandra. Skrivs för alla grader eller för ingen.",
    "villkor": "Förslag till villkor i beslutet när detta svar ges.",
}

SCALE = {
    "": "En svarsskala.",
    "id": "Skalans namn för programmet.",
    "neutral": "Det värde som betyder att inget ändras och ger 0 poäng. Får vara skalans lägsta.",
    "grader": "Graderna från lägst till högst, minst två och högst nio.",
    "polaritet": "1 om en hög grad är bra, -1 om en hög grad är dålig, som på en riskskala.",
}

TAG = {
    "": "En tagg som frågor kan bära.",
    "id": "Taggens namn för programmet.",
    "namn": "Taggens namn för människor.",
    "skyddad": "true gör målkonflikter som frågorna ingår i ett steg allvarligare.",
}

CATEGORY = {
    "": "En grupp, plats eller tid.",
    "id": "Kategorins namn för programmet.",
    "text": "Kategorins namn för människor.",
    "lang_sikt": "true för de senare tiderna, när fasettens slag är tid.",
}

FACET = {
    "": "Ett sätt att dela upp svar.",
    "id": "Fasettens namn för programmet.",
    "namn": "Fasettens namn för människor.",
    "slag": "Vad svaret delas på.",
    "kategorier": "Grupperna, platserna eller tiderna, minst två.",
    "skyddad": "true gör konflikter i fasetten ett steg allvarligare.",
}

STRATEGY_GOAL = {
    "": "Ett mål i regionens strategi.",
    "id": "Målets namn för programmet.",
    "namn": "Målets namn för människor.",
}

GOAL_GROUP = {
    "": "En grupp av Agenda 2030-mål.",
    "id": "Gruppens namn för programmet.",
    "namn": "Gruppens namn för människor.",
    "mal": 'Målens nummer inom citattecken: ["13", "14", "15"].',
}

GOAL_NOTE = {
    "": "Regionens anteckning om ett mål.",
    "id": 'Målets nummer inom citattecken: "1" till "17".',
    "kansligt": "true om framsteg på annat håll lätt går ut över målet här.",
    "nulage": "Hur det ser ut i regionen, med år och källa. Visas bredvid resultatet och räknas aldrig in.",
}

ALTERNATIVE = {
    "": "Ett svar att välja.",
    "id": "Svarets namn för programmet.",
    "text": "Svaret i ord.",
}

ITEM = {
    "": "En fråga.",
    "id": "Frågans namn för programmet. Ändras aldrig: sparade bedömningar pekar på det.",
    "text": "Frågan som den ställs.",
    "slag": "Hur frågan besvaras.",
    "kort": "Ett till tre ord, för överblick och diagram. Annars används frågans text.",
    "ledtext": "En rad under frågan.",
    "vagledning": "Vad som räknas, var i ansökan det står, exempel på en god motivering och lagrum.",
    "skala": "Id för skalan. Krävs när slag är bedomning.",
    "tema": "Id för temat. En fråga utan tema ger inga poäng.",
    "vikt": "Hur tungt frågan väger i sitt tema. 1 om inget skrivs, 0 betyder bara upplysning.",
    "avser": "Om frågan gäller insatsens effekt eller hur den genomförs.",
    "perspektiv": "Vilket perspektiv frågan har.",
    "lasning": "bidrag ger poäng. nulage visas bredvid och räknas aldrig in.",
    "agenda2030": 'Delmål som frågan rör direkt: ["13.2", "7.2"].',
    "agenda2030_indirekt": "Delmål som frågan rör indirekt. De räknas till hälften.",
    "strategimal": "Id för de strategimål som frågan rör.",
    "taggar": "Id för frågans taggar.",
    "fasetter": "Id för de fasetter som svaret kan delas på.",
    "motivering": "När en motivering krävs. Ej relevant ska alltid motiveras.",
    "ej_relevant": "false om frågan inte får besvaras med ej relevant. Gäller alltid frågor som kan stoppa ärendet.",
    "intern": "true om svaret aldrig ska stå i den offentliga versionen.",
    "djup": "kort ställs alltid. fordjupad ställs när bedömningen fördjupas.",
    "visas_om": "Ett villkor för att frågan ska ställas. Frågan ska stå direkt efter den som den beror på.",
    "enhet": 'Enhet för en fråga med slag = "tal", till exempel "ton CO2e".',
    "min": 'Lägsta tal som får anges, när slag = "tal".',
    "max": 'Högsta tal som får anges, när slag = "tal".',
    "alternativ": 'Svaren att välja bland, när slag = "val".',
    "flera": 'true om flera svar får väljas, när slag = "val".',
    "max_tecken": 'Längsta svar i tecken, när slag = "text".',
}

SECTION = {
    "": "En del av checklistan.",
    "id": "Delens namn för programmet.",
    "titel": "Delens rubrik.",
    "ingress": "Kort text som visas innan delens första fråga.",
    "punkt": "Delens frågor, i ordning.",
}

GATE = {
    "": "En hållplats.",
    "id": "Hållplatsens namn för programmet.",
    "efter": "Id för det avsnitt som hållplatsen kommer efter.",
    "titel": "Hållplatsens rubrik.",
    "verkan": "Vad hållplatsen gör.",
    "fragor": "Frågor att besvara vid hållplatsen.",
    "om": "När hållplatsen utlöses. Behövs inte när verkan är alltid.",
    "grund": "Lagrum eller annat stöd för hållplatsen.",
    "handlingar": "Handlingar som ska lämnas in, när verkan är krav.",
    "villkor": "Förslag till villkor i beslutet.",
}

CONFLICT_RULE = {
    "": "En regel om en målkonflikt.",
    "id": "Regelns namn för programmet. Med id för en konflikt som letas efter ändå justeras eller stängs den av.",
    "titel": "Konfliktens rubrik.",
    "slag": "Hur konflikten upptäcks.",
    "plus": "Id för frågan som går åt rätt håll, när slag är par.",
    "minus": "Id för frågan som går åt fel håll, när slag är par.",
    "omvand": "true om paret räknas också åt andra hållet.",
    "troskel_plus": "Hur starkt plus som behövs, från 0 till 1. En tredjedel om inget skrivs.",
    "troskel_minus": "Hur starkt minus som behövs, från 0 till 1. En tredjedel om inget skrivs.",
    "mellan": "Vilka dimensioner spannet mäts mellan, när slag är spann.",
    "troskel": "Hur många poängs avstånd som behövs, när slag är spann.",
    "grupp": 'Vad som kan dölja plus och minus, när slag är dold: grupp = { tema = "klimat" }.',
    "fasett": "Id för fasetten, när slag är fasett.",
    "mal": "Två strategimål, när slag är strategi.",
    "om": "Villkoret, när slag är villkor.",
    "styrka": "Hur stark konflikten är, från 0 till 1, när slag är villkor. Två tredjedelar om inget skrivs.",
    "permanent": "true om följden inte går att göra ogjord. Ett steg allvarligare.",
    "skyddad": "true om något skyddat står på spel. Ett steg allvarligare.",
    "forslag": "Förslag på hur konflikten kan hanteras.",
    "att_reda_ut": "Frågan som handläggaren ska reda ut.",
    "villkor": "Förslag till villkor i beslutet.",
    "av": "true stänger av en konflikt som annars letas efter. Kräver motivering.",
    "motivering": "Varför regeln är avstängd.",
}

INTERACTION = {
    "": "Hur ett mål påverkar ett annat.",
    "fran": "Målet som påverkar.",
    "till": "Målet som påverkas.",
    "styrka": "Från -3, hindrar helt, till +3, är odelbart från.",
}

LEVEL = {
    "": "En nivå i resultatet.",
    "niva": "Nivåns nummer, högst är bäst.",
    "namn": "Nivåns namn.",
    "index_min": "Lägsta index för nivån. Utelämnas på den lägsta.",
    "dimension_min": "Lägsta poäng i den svagaste dimensionen. Utelämnas på den lägsta.",
}

CAP = {
    "": "Ett tak för nivån.",
    "under": "När dimensionen har lägre poäng än detta …",
    "max_niva": "… blir nivån högst denna.",
}

CASE_FIELD = {
    "": "En egen uppgift om ärendet.",
    "id": "Uppgiftens namn för programmet.",
    "text": "Vad som frågas efter.",
    "slag": "Hur uppgiften skrivs.",
}

CONFLICT_LIMITS = {
    "": "När konflikter som letas efter ändå ska synas.",
    "stark": "Hur långt från neutralt ett starkt svar är, från 0 till 1.",
    "spann": "Hur många poängs avstånd mellan två dimensioner som är ett spann.",
    "dold_min": "Hur stor del av plus och minus som får ta ut varandra innan det är en dold konflikt, från 0 till 1.",
    "aktivitet_min": "Hur mycket plus och minus, i poäng, som behövs för en dold konflikt.",
    "ojamn": "Hur stor skillnad mellan grupper som är ojämn, från 0 till 2.",
    "strategi_min": "Hur många poäng för ett strategimål och mot ett annat som är en konflikt.",
    "andra_ordning": "Hur mycket följder i andra led räknas, från 0 till 1.",
}

ROBUSTNESS = {
    "": "Hur resultatets stabilitet prövas.",
    "avvikelse": "Hur mycket vikterna skakas: 0.25 är upp till en fjärdedel åt båda hållen.",
    "dragningar": "Hur många gånger vikterna skakas.",
}

RULES = {
    "": "Gränser och sätt att räkna.",
    "svarsgrad_min": "Hur stor del av vikten som ska vara besvarad, från 0 till 1.",
    "ej_relevant_max": "Hur stor del av en dimension som får vara ej relevant innan det flaggas, från 0 till 1.",
    "sammanvagning": "Hur dimensionerna vägs samman till ett index.",
    "exponent": "Exponenten när sammanvagning är potens, högst 1.",
    "fordjupad_om": "När bedömningen ska fördjupas. Bara svar och uppgifter om ärendet kan stå här.",
    "tak": "Högsta nivå när en dimension är låg, till exempel för att ekologin sätter ramarna.",
    "tillagg_arende": "Egna uppgifter om ärendet som checklistan frågar efter.",
    "konflikt": "När konflikter som letas efter ändå ska synas.",
    "robusthet": "Hur resultatets stabilitet prövas.",
}

GRADE_MAPPING = {
    "": "Vad en gammal grad blev.",
    "fran": "Den gamla graden.",
    "till": "Den nya graden.",
}

MAPPING = {
    "": "Vad som blev av en fråga.",
    "fran_version": 'Början på den äldre versionens nummer: "1" eller "1.2".',
    "slag": "Vad som hände med frågan.",
    "fran": "Den gamla frågans id, eller en lista när slag är sammanslagen.",
    "till": "Den nya frågans id. Behövs inte när slag är borttagen.",
    "fran_checklista": "Den äldre checklistans id, om det är en annan än denna.",
    "grader": "Vad varje gammal grad blev, när slag är omskalad.",
    "regel": "Hur svaret blir till när frågor slås samman eller delas.",
}

EXPECTATION = {
    "": "Vad provfallet ska ge. Bara det som nämns prövas.",
    "niva": "Nivån.",
    "status": "Bedömningens läge.",
    "malkonflikter": "Id för alla målkonflikter som ska utlösas. En tom lista betyder inga.",
    "hallplatser": "Id för alla hållplatser med villkor som ska utlösas. En tom lista betyder inga.",
}

EXAMPLE = {
    "": "Ett provfall.",
    "namn": "Vad provfallet visar.",
    "svar": 'Svar efter frågans id: en grad, "vet_inte" eller "ej_relevant".',
    "vantat": "Vad provfallet ska ge.",
}

DROPPED = {
    "": "Något som ett tillägg har tagit bort.",
    "slag": "Vilken sorts sak som togs bort.",
    "id": "Vad den hette.",
    "motivering": "Varför den togs bort.",
}

ORIGIN = {
    "": "En checklista som denna bygger på.",
    "id": "Dess id.",
    "version": "Dess version.",
    "fingeravtryck": "Dess fingeravtryck, som visar exakt vad den sade.",
}

KEYS: dict[str, dict[str, str]] = {
    "Checklist": CHECKLIST, "Header": HEADER, "Source": SOURCE, "Dimension": DIMENSION, "Theme": THEME,
    "Grade": GRADE, "Scale": SCALE, "TagDefinition": TAG, "Category": CATEGORY, "Facet": FACET,
    "StrategyGoal": STRATEGY_GOAL, "GoalGroup": GOAL_GROUP, "GoalNote": GOAL_NOTE, "Alternative": ALTERNATIVE,
    "Item": ITEM, "Section": SECTION, "Gate": GATE, "ConflictRule": CONFLICT_RULE, "Interaction": INTERACTION,
    "Level": LEVEL, "Cap": CAP, "CaseField": CASE_FIELD, "ConflictLimits": CONFLICT_LIMITS,
    "RobustnessRules": ROBUSTNESS, "Rules": RULES, "GradeMapping": GRADE_MAPPING, "Mapping": MAPPING,
    "Expectation": EXPECTATION, "ExampleCase": EXAMPLE, "Dropped": DROPPED, "Origin": ORIGIN,
    **CONDITIONS,
}  # fmt: skip
"""By the name of the model and the key as it is written; the empty key stands for the table itself."""
