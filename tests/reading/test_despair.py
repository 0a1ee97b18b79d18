"""Despair is heard in the same plain sentences in every language, and what only looks like it is not."""

from __future__ import annotations

import pytest

from tonekit.reading.reader import Reader

SAID = {
    "en": (
        "I don't know if I want to live any more.",
        "I'm not sure I want to be alive.",
        "I don't know whether I can go on living.",
        "I don't want to live any more.",
        "I don't want to be here any more.",
        "I'm going to hurt myself.",
        "I want to cut myself.",
        "I could harm myself tonight.",
        "I am thinking of ending my life.",
        "I am going to end it all.",
        "I want to die.",
        "I wish I was dead.",
        "There is no reason to live.",
        "Everyone would be better off without me.",
        "I have nothing left to live for.",
        "I'm going to jump off the bridge.",
        "I have taken all my pills.",
        "I see no way out.",
        "I might as well be dead.",
        "I hope I don't wake up tomorrow.",
        "I will kill myself.",
        "I can't go on living like this.",
        "I'm tired of living.",
        "Nobody would miss me.",
        "My life is not worth living.",
        "I keep having thoughts of suicide.",
        "Sometimes I wonder if I should live at all.",
        "I am not sure whether it's worth living.",
        "I no longer want to exist.",
        "I wish I had never been born.",
        "I have lost the will to live.",
    ),
    "sv": (
        "Jag vet inte om jag vill leva längre.",
        "Jag är inte säker på att jag vill leva.",
        "Jag vet inte om jag orkar leva.",
        "Jag vill inte leva längre.",
        "Jag vill inte finnas längre.",
        "Jag kommer att skada mig själv.",
        "Jag vill skära mig.",
        "Jag kan göra mig själv illa i kväll.",
        "Jag funderar på att avsluta mitt liv.",
        "Jag ska göra slut på allt.",
        "Jag vill dö.",
        "Jag önskar att jag var död.",
        "Det finns ingen anledning att leva.",
        "Alla skulle ha det bättre utan mig.",
        "Jag har inget kvar att leva för.",
        "Jag tänker hoppa från bron.",
        "Jag har tagit alla mina tabletter.",
        "Jag ser ingen utväg.",
        "Jag kan lika gärna vara död.",
        "Jag hoppas att jag inte vaknar i morgon.",
        "Jag tänker ta livet av mig.",
        "Jag kan inte fortsätta leva så här.",
        "Jag är trött på att leva.",
        "Ingen skulle sakna mig.",
        "Mitt liv är inte värt att leva.",
        "Jag har självmordstankar.",
        "Ibland undrar jag om jag ska leva över huvud taget.",
        "Jag vet inte om det är värt att leva.",
        "Jag orkar inte existera.",
        "Jag önskar att jag aldrig hade fötts.",
        "Jag har tappat livslusten.",
    ),
    "nb": (
        "Jeg vet ikke om jeg vil leve lenger.",
        "Jeg er ikke sikker på om jeg vil leve.",
        "Jeg vet ikke om jeg orker å leve.",
        "Jeg vil ikke leve lenger.",
        "Jeg vil ikke være her lenger.",
        "Jeg kommer til å skade meg selv.",
        "Jeg har lyst til å kutte meg selv.",
        "Jeg kan gjøre meg selv noe i kveld.",
        "Jeg tenker på å avslutte livet mitt.",
        "Jeg har tenkt å gjøre slutt på alt.",
        "Jeg vil dø.",
        "Jeg skulle ønske jeg var død.",
        "Det er ingen grunn til å leve.",
        "Alle hadde hatt det bedre uten meg.",
        "Jeg har ingenting igjen å leve for.",
        "Jeg kommer til å hoppe fra broen.",
        "Jeg har tatt alle pillene mine.",
        "Jeg ser ingen utvei.",
        "Jeg kan like gjerne være død.",
        "Jeg håper jeg ikke våkner i morgen.",
        "Jeg kommer til å ta livet av meg.",
        "Jeg klarer ikke å leve slik lenger.",
        "Jeg er lei av å leve.",
        "Ingen kommer til å savne meg.",
        "Livet mitt er ikke verdt å leve.",
        "Jeg har selvmordstanker.",
        "Noen ganger lurer jeg på om jeg skal leve.",
        "Jeg vet ikke om det er verdt å leve.",
        "Jeg orker ikke å eksistere.",
        "Jeg skulle ønske jeg aldri var født.",
        "Jeg har mistet livsgnisten helt og vil bare dø.",
    ),
    "da": (
        "Jeg ved ikke, om jeg vil leve længere.",
        "Jeg er ikke sikker på, at jeg vil leve mere.",
        "Jeg ved ikke, om jeg orker at leve.",
        "Jeg vil ikke leve længere.",
        "Jeg vil ikke være her mere.",
        "Jeg kommer til at gøre skade på mig selv.",
        "Jeg har lyst til at skære i mig selv.",
        "Jeg kunne godt gøre mig selv noget i aften.",
        "Jeg tænker på at afslutte mit liv.",
        "Jeg overvejer at gøre en ende på det hele.",
        "Jeg vil dø.",
        "Jeg ville ønske, jeg var død.",
        "Der er ingen grund til at leve.",
        "Alle ville have det bedre uden mig.",
        "Jeg har intet tilbage at leve for.",
        "Jeg springer ud fra broen.",
        "Jeg har taget alle mine piller.",
        "Jeg ser ingen udvej.",
        "Jeg kan lige så godt være død.",
        "Jeg håber, jeg ikke vågner i morgen.",
        "Jeg tager livet af mig selv.",
        "Jeg kan ikke leve sådan her længere.",
        "Jeg er træt af at leve.",
        "Ingen ville savne mig.",
        "Mit liv er ikke værd at leve.",
        "Jeg har selvmordstanker.",
        "Nogle gange tænker jeg på, om jeg overhovedet skal leve.",
        "Jeg ved ikke, om det er værd at leve.",
        "Jeg vil ikke eksistere mere.",
        "Jeg ville ønske, jeg aldrig var født.",
        "Jeg har mistet lysten til at leve.",
    ),
    "de": (
        "Ich weiß nicht, ob ich noch leben will.",
        "Ich bin mir nicht sicher, ob ich weiterleben möchte.",
        "Ich weiß nicht, ob ich noch weiterleben kann.",
        "Ich will nicht mehr leben.",
        "Ich will nicht mehr da sein.",
        "Ich werde mir etwas antun.",
        "Ich will mich ritzen.",
        "Ich könnte mich heute Abend selbst verletzen.",
        "Ich denke daran, mein Leben zu beenden.",
        "Ich werde allem ein Ende machen.",
        "Ich möchte sterben.",
        "Ich wünschte, ich wäre tot.",
        "Es gibt keinen Grund zu leben.",
        "Alle wären besser dran ohne mich.",
        "Ich habe nichts mehr, wofür ich leben will.",
        "Ich springe von der Brücke.",
        "Ich habe alle meine Tabletten genommen.",
        "Ich sehe keinen Ausweg mehr.",
        "Ich könnte genauso gut tot sein.",
        "Hoffentlich wache ich morgen nicht mehr auf.",
        "Ich bringe mich um.",
        "So kann ich nicht weiterleben.",
        "Ich bin des Lebens müde.",
        "Niemand würde mich vermissen.",
        "Mein Leben ist nicht mehr lebenswert.",
        "Ich habe Selbstmordgedanken.",
        "Manchmal frage ich mich, ob ich überhaupt noch leben soll.",
        "Ich weiß nicht, ob es sich noch zu leben lohnt.",
        "Ich will nicht mehr existieren.",
        "Ich wünschte, ich wäre nie geboren.",
        "Ich habe den Lebenswillen verloren.",
    ),
}
HARMLESS = {
    "en": (
        "I want to live closer to work.",
        "I don't know if I want to live in the city or the country.",
        "I'm not sure I want to live with a dog.",
        "I don't want to live without fast internet.",
        "I don't know if I want to go live before Easter.",
        "We want to live stream the concert.",
        "I don't want to cut myself off from the newsletter.",
    ),
    "sv": (
        "Jag vet inte om jag vill leva på landet.",
        "Jag vill leva sunt och söker en vattenkokare.",
        "Jag vet inte om jag vill leva utan diskmaskin.",
        "Vi vill leva närmare jobbet.",
    ),
    "nb": (
        "Jeg vil leve nærmere jobben.",
        "Jeg vet ikke om jeg vil leve på landet eller i byen.",
        "Jeg vet ikke om batteriet vil leve lenger med denne laderen.",
        "Jeg vet ikke om vi vil leve uten oppvaskmaskin.",
    ),
    "da": (
        "Jeg vil gerne leve tættere på arbejdet.",
        "Jeg ved ikke, om jeg vil leve på landet.",
        "Jeg ved ikke, om batteriet kan leve længere.",
        "Jeg ved ikke, om jeg vil leve uden opvaskemaskine.",
    ),
    "de": (
        "Ich will näher an der Arbeit leben.",
        "Ich weiß nicht, ob ich noch in der Stadt leben will.",
        "Ich weiß nicht, ob ich auf dem Land leben will.",
        "Ich weiß nicht, ob der Akku noch lange leben wird.",
        "Ich weiß nicht, ob ich ohne Spülmaschine leben will.",
        "Kann ich mich daran verletzen?",
    ),
}
HURT_BY_A_PRODUCT = (
    "I cut myself on the lid of your tin.",
    "Jag skar mig på locket till er burk.",
    "Jeg kuttet meg på lokket.",
    "Jeg skar mig på låget.",
    "Ich habe mich am Deckel geschnitten.",
)

BESIDE_TOOLS_AND_PACKETS = (
    "I'm scared. I don't want to harm myself anymore but I keep cutting myself while covered in tears.",
    "I can't avoid hurting myself any more, I wear gloves so nobody sees.",
    "Stop me hurting myself, I have the saw in my hands.",
    "I can't go without hurting myself, I keep my arms covered.",
    "I don't want to hurt myself but I have the saw in my hands.",
    "Ich will mich nicht verletzen, aber ich kann nicht anders. Meine Arme sind mit Handschuhen abgedeckt.",
    "Es vergeht kein Tag ohne mich zu schneiden, ich trage Handschuhe, damit es keiner sieht.",
    "Jag kan inte sluta, jag vill inte skada mig men gör det varje dag och bär handskar.",
    "Jag klarar inte en dag utan att skada mig själv, jag har täckt armarna.",
    "Jeg klarer ikke en dag uten å skade meg, jeg har dekket armene.",
    "Jeg vil ikke skade meg, men saga ligger her.",
    "Jeg kan ikke lade være, jeg går ikke en dag uden at skære mig, armene er dækket.",
    "Jeg vil ikke skade mig selv, men jeg samler piller.",
    "Jeg vil ikke skade mig selv, men kniven er dækket af blod.",
    "I can't go on with my order of things, I want it to end.",
    "I see no way out of this mode of living.",
    "I see no way out of this page of my life.",
    "Ich sehe keinen Ausweg aus diesem Modus Leben.",
    "Ich sehe keinen Ausweg aus dieser Seite des Lebens.",
    "Jag ser ingen utväg ur läget.",
    "Jeg ser ingen vei ut av modusen jeg lever i.",
    "Jeg ser ingen vej ud af tilstanden.",
    "I counted out the pills, nothing is missing, and there is a bottle beside me.",
    "I have lined up the pills, the iPad is playing her song.",
    "Meine Mutter ist gestorben, ich möchte zu ihr ziehen.",
    "My tablets are lined up in front of me on the table.",
    "Ich habe die Tabletten gezählt, es fehlt nur noch der Mut.",
    "Ich habe die Tabletten gezählt, es fehlen nur noch 4.",
    "Ich habe die Tabletten in der Packung gezählt, es fehlen zwei, dann nehme ich alle auf einmal.",
    "Jag räknade tabletterna i burken och det fattas bara modet.",
    "Jag har räknat tabletterna i stället för att sova.",
    "Jeg har telt tablettene i esken, det er nok.",
    "Jeg talte pillerne i glasset, og der mangler fem, jeg vil ikke leve mere.",
    "My husband died and I can't see the point.",
    "My dog died and I don't see the point of going on.",
    "Mein Hund ist gestorben, ich will zu ihm.",
    "Mein Mann ist nicht mehr da, ich will nur noch zu ihm.",
    "We found a goodbye note in her room.",
    "I have written the goodbye letters to my children.",
    "Mit afskedsbrev ligger på bordet.",
)
THINGS = (
    "Can I fit the guard without hurting myself? The manual says nothing.",
    "I see no way out of this screen. I can't exit.",
    "Ich finde keinen Ausweg aus dem Menü.",
    "Ich habe die Tabletten gezählt, es fehlen 4 in der Packung. Bitte schicken Sie Ersatz.",
    "Die Tabletten sind abgezählt, aber in der Packung fehlen zwei.",
    "Ich habe die Pillen gezählt und es sind nur 28 statt 30 in der Dose, bitte um Erstattung.",
    "Jag räknade tabletterna i burken och det fattas tio stycken",
    "Mina tabletter (surfplattor) ligger framför mig och ingen startar.",
    "Jeg har talt tablettene i esken, og det mangler to.",
    "Jeg har telt tablettene i esken, og det mangler to.",
    "Jeg talte pillerne i glasset, og der mangler fem.",
    "I counted out 40 tablets for the classroom and 3 are missing from the delivery.",
    "We have ten tablets right in front of me and none of them start",
    "I have my tablets lined up on the desk, iPads mostly",
    "We stockpiled tablets for the school and now need licences.",
    "All my tablets are saved up in the config but won't sync.",
    "My laptop died and I can't see the point of the warranty",
    "The battery is dead, it's gone, I don't see the point of sending it again.",
    "Der Router ist tot, der Techniker war da, ich gehe jetzt zu ihm in den Laden.",
    "Mein Hund ist gestorben, ich möchte zu ihm passende Urne bestellen.",
    "Can I order goodbye notes as cards for a colleague who leaves?",
    "I wrote goodbye letters to the team as my last day is Friday, the printer won't print them.",
    "Mit afskedsbrev til kollegerne vil ikke printe.",
)


def kinds(reader: Reader, text: str, locale: str | None = None) -> set[str]:
    """Return the kinds of the alerts of a text."""
    return {alert.kind for alert in reader.read(text, locale=locale).facts.alerts}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, each in SAID.items() for text in each])
def test_despair_is_heard(reader: Reader, code: str, text: str) -> None:
    """Who doubts whether to live, or may hurt themselves, is heard in whichever language they write."""
    assert "self_harm" in kinds(reader, text, code)


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, each in HARMLESS.items() for text in each])
def test_where_and_how_to_live_is_no_despair(reader: Reader, code: str, text: str) -> None:
    """Where, near what and with what somebody would like to live calls for nobody."""
    assert kinds(reader, text, code) == set()


@pytest.mark.parametrize("text", HURT_BY_A_PRODUCT)
def test_an_injury_is_a_matter_of_safety(reader: Reader, text: str) -> None:
    """Who was hurt by a product is no danger to themselves."""
    assert kinds(reader, text) == {"safety"}


@pytest.mark.parametrize("text", BESIDE_TOOLS_AND_PACKETS)
def test_despair_is_heard_beside_tools_and_packets(reader: Reader, text: str) -> None:
    """A tool, a covered arm or a counted packet does not take despair back: in doubt it is heard."""
    assert "self_harm" in kinds(reader, text)


@pytest.mark.parametrize("text", THINGS)
def test_short_deliveries_and_dead_things_are_no_despair(reader: Reader, text: str) -> None:
    """A packet with too few in it, devices, menus, things that died and notes for colleagues call for nobody."""
    assert kinds(reader, text) == set()
