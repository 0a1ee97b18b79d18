"""Ordinary errands in words that others use in anger call for nobody; grave words beside a peaceful trade still do."""

from __future__ import annotations

import pytest

from tonekit import ToneKit

CALLING = {
    "legal_threat",
    "regulator",
    "press",
    "data_access",
    "data_erasure",
    "data_objection",
    "safety",
    "self_harm",
    "leaving",
    "abuse",
    "wants_a_person",
    "topic",
}
ERRANDS = [
    "Could you tell me why another supplier asks less for the same ink? I'd like to understand your price.",
    "A friend told me another bank gives me free travel insurance. Do you have something like that too?",
    "The competition was here for coffee during the trade fair and it was a nice afternoon for all.",
    "I'm this close to joining your gym, I just need to know whether there is a sauna.",
    "My daughter wants to read about the laziest animal on earth, do you have a book on sloths at your counter?",
    "There's a goat at reception, it belongs to the petting zoo next door. Could you collect it?",
    "The dumbest cow in our herd keeps breaking your fence; which wire is stronger?",
    "Please have somebody ring me when the curtains are ready for collection.",
    "Let somebody ring me before the delivery, the bell is broken.",
    "Do you have a proper adviser for running shoes in the Leeds shop?",
    "We want a real agent for our game, not a scripted one; does your library support reinforcement learning?",
    "Keep our birthdays out of the newsletter design, just use the photos.",
    "I'm teaching my voice students to sing; does your system work with two microphones?",
    "There's nothing left of us after that hike, it was wonderful, thank you. Nothing about us stayed dry.",
    "The consumer page of your site has a letter missing: 'Wecome'.",
    "The fire brigade came out to open our new kitchen shop with a parade. Great day, thanks for the buns.",
    "Do you sell carpet with a fire engine on it?",
    "The kids use tablets; I have been saving the receipts. Is there a discount for schools?",
    "The bill was for somebody else at our table, could you send me mine as a PDF?",
    "The letter is for somebody called Santa, my son put it in your box. Do you answer these?",
    "I bought your upgrade kit for our old laptop. Does it need a driver?",
    "The buyer of our old camera would like the manual. Could you send it?",
    "Everyone in the team has received their badge; I suppose the post has mine.",
    "Ein Freund sagt, eine andere bietet mehr Zinsen; welche Anlage haben Sie für drei Jahre?",
    "Die anderen nehmen weniger Mehl, aber Ihr Brot ist besser.",
    "Die Konkurrenz war da, wir haben beim Stadtlauf zusammen Kaffee getrunken, ein schöner Tag!",
    "Wir sind kurz davor zu unterschreiben, es fehlt nur noch der Liefertermin.",
    "Die Ziege an der Kasse Ihres Hofladens ist ja süß, aus welchem Holz ist sie?",
    "Unsere dümmste Ziege frisst Ihre Hecke am Telefonmast. Welcher Zaun hält sie ab?",
    "Das Affenhaus war toll, hat der Zoo im Winter auch offen?",
    "Lassen Sie mich bitte jemanden anrufen, der ein Taxi hat, und dann holen wir den Schrank ab.",
    "Ich suche ein Kostüm für jemanden mit Ohren wie ein Hase.",
    "Ein Becher für Leute mit Herz, den hätte ich gern zweimal.",
    "Haben Sie noch eine Dame am Telefon gehabt, die Klara heißt? Ich möchte mich bei ihr bedanken.",
    "Hört mal, was für ein toller Vorschlag: Ihr könntet ausrechnen, was für Farbe ich brauche.",
    "Lassen Sie mich bitte aus dem Training am Montag, ich bin krank.",
    "Nach dem Essen blieb nichts übrig, nichts von uns blieb hungrig. Danke!",
    "Der Herr vom Anzeiger sitzt in der Ausschusssitzung neben mir, wir brauchen zwei Stühle mehr.",
    "Woher weiß der Fahrer, wo meine Garage ist? Soll ich ein Schild aufhängen?",
    "Ein Herr rief an und wusste genau, was ich brauche. Großes Lob!",
    "Das gibt es nur bei Ihnen! Haben nur Sie das, oder steht nur bei Ihnen in Köln noch eins?",
    "Der Preis steht nur bei Ihnen im Netz, im Laden nicht. Gilt er?",
    "Der Käufer für unseren alten Laptop möchte wissen, ob das Netzteil passt. Passt es?",
    "Andra tar mindre socker, men era bullar är godast.",
    "En vän säger att en annan bank ger mer ränta. Har ni något liknande för sparkonton?",
    "De andra erbjuder samma storlek, men er färg är finare.",
    "Konkurrenten var här och fikade på mässan, en trevlig dag för alla. Tack för montern!",
    "Getens mjölk är slut, men geten i kassan av trä var så fin! Säljer ni den?",
    "Den dummaste höna jag haft bor vid er telefonstolpe. Vilket stängsel ska jag ta?",
    "Hälsa djurparken från barnen, de älskade er fågelkurs!",
    "Jag söker en dräkt för någon med öron som en hare.",
    "Vi är folk med tålamod, så det gör inget att det dröjer.",
    "Har ni någon telefon med stora knappar?",
    "Finns det någon app där jag kan prata in min dikt?",
    "Vill inte räkna ut vad vi behöver själv, kan ni göra en materiallista?",
    "Mikrofonen kommer på fredag, står det i spårningen. Kan jag hämta den?",
    "Brandkåren var här och firade att vårt nya kök öppnade, tack för bullarna!",
    "Det kittlar i handen när man rör vid mattan bredvid lampan, så mjuk är den!",
    "Vi har sparat in på tabletter till diskmaskinen i stället för att ta pulver, är det billigare?",
    "Hur vet någon att degen är klar? Hur vet han min storlek? Jo, tack till er kille i butiken!",
    "En man ringde och visste precis vad jag behövde, stort beröm.",
    "Det har bara ni! Reservera ett par åt mig.",
    "Så god glass har bara ni, och det vet bara ni hur man gör.",
    "Jag har köpt en väska till min gamla dator, passar den?",
    "Andre tar mindre sukker, men bollene deres er best.",
    "En venn sier at en annen bank gir mer rente. Har dere noe lignende?",
    "De andre tilbyr samme størrelse, men fargen deres er finere.",
    "Konkurrenten var her til kaffe på messa, en hyggelig dag for alle.",
    "Geita i kassa av tre var så fin! Selger dere den?",
    "Den dummeste høna vår bor under telefonstolpen deres. Hvilket gjerde skal jeg ta?",
    "Hils dyreparken fra barna, de elsket kurset deres!",
    "Be noen ringe meg når gardinene er klare til henting.",
    "Få noen til å ringe før levering, ringeklokka er ødelagt.",
    "Jeg leter etter et kostyme til en med ører som en hare.",
    "Vi er folk med tålmodighet, så det gjør ikke noe.",
    "Vi vil ikke regne ut hva vi trenger selv, kan dere lage en materialliste?",
    "Hold meg utenfor modellen på bildet, jeg vil bare ha hagen med.",
    "Mikrofonen kommer på fredag, står det. Kan jeg hente den?",
    "Brannvesenet var her og feiret at det nye kjøkkenet åpnet, takk for bollene!",
    "Har dere et teppe med brannbilen på?",
    "Hvordan vet noen at deigen er klar? Hvordan visste han min størrelse? Ros til han i butikken!",
    "En mann ringte og visste nøyaktig hva jeg trengte, stor ros.",
    "Det har bare dere! Hold av et par til meg.",
    "Brevet til en annen avdeling kom fram, nå venter vi på svar om stolene.",
    "Sjefen har papirene mine og skriver under i dag.",
    "Andre tager mindre sukker, men jeres boller er bedst.",
    "En ven siger, at en anden bank giver mere i rente. Har I noget lignende?",
    "De andre tilbyder samme størrelse, men jeres farve er pænere.",
    "Konkurrenten var her til kaffe på messen, en hyggelig dag for alle.",
    "Geden i receptionen af træ var så fin! Sælger I den?",
    "Den dummeste høne, vi har, bor ved jeres telefonmast. Hvilket hegn skal jeg tage?",
    "Hils zoo fra børnene, de elskede jeres kursus!",
    "Bed nogen ringe til mig, når gardinerne er klar til afhentning.",
    "Få nogen til at ringe til os før levering, lad nogen ringe til mig på mobilen.",
    "Jeg leder efter et kostume til en med ører som en hare.",
    "Vi er folk med tålmodighed, så det gør ikke noget.",
    "Vi vil ikke regne ud, hvad vi skal bruge, selv. Kan I lave en materialeliste?",
    "Hold mig uden for modellen på billedet, jeg vil kun have haven med.",
    "Mikrofonen kommer på fredag, står der. Kan jeg hente den?",
    "Har I et tæppe med brandbilen på?",
    "Hvordan ved nogen, at dejen er klar? Hvordan vidste han min størrelse? Ros til ham i butikken!",
    "En mand ringede og vidste præcis, hvad jeg manglede, stor ros.",
    "Det har kun I! Læg et par til side til mig.",
    "Brevet til en anden afdeling kom frem, nu venter vi på svar om stolene.",
    "Chefen har mine papirer og skriver under i dag.",
]
GRAVE = [
    ("The court has your hotel on its list: judge and barrister will be there when we sue.", "legal_threat"),
    ("Our quiz team is fine; the ombudsman will hear about your gas bills.", "regulator"),
    (
        "I write for a local paper. I need a camera, first: why did you cheat pensioners? It will be in the Herald.",
        "press",
    ),
    ("I run first aid courses for scouts and one of them is unconscious now, bleeding from your tent pole.", "safety"),
    ("I rang a crisis line because I'm suicidal and they said order a leaflet.", "self_harm"),
    (
        "Der Richter in der Theatergruppe ist nett, der Richter am Amtsgericht wird Ihren Fall bekommen: Ich klage.",
        "legal_threat",
    ),
    ("Ich habe schon einmal mit dem Anwalt gedroht, und es tut mir leid, dass ich es wieder tun muss.", "legal_threat"),
    ("Ich will von der Brücke springen, für eine Portion Ruhe würde ich es heute tun.", "self_harm"),
    (
        "Die Telefonseelsorge hat mir ein Faltblatt gegeben, aber ich bin lebensmüde und werde es heute tun.",
        "self_harm",
    ),
    ("Ohne Ihren Kaffee geht es, ohne ihn will ich nicht leben. Er ist tot. Ich mache Schluss.", "self_harm"),
    (
        "Der Film über Selbstmord hat mir den Weg gezeigt. Haben Sie noch Tabletten? Ich nehme mir heute das Leben.",
        "self_harm",
    ),
    ("Ihre Schulung hilft nichts, Ihr Kollege ist ein Idiot und heißt auch so.", "abuse"),
    ("Jag är advokat. Vilken adress har ni för stämningen?", "legal_threat"),
    ("Utan er hjälp vill jag inte leva längre, jag orkar inte.", "self_harm"),
    ("Jag hänger mig på det i garaget i kväll.", "self_harm"),
    ("Jeg er advokat. Hvilken adresse har dere for stevningen?", "legal_threat"),
    ("Bryllupet ble avlyst, jeg er ferdig med livet.", "self_harm"),
    (
        "Jeg skriver for lokalavisa. Har dere en forklaring på at pensjonister er lurt? Det står i avisa lørdag.",
        "press",
    ),
    ("Uden din hjælp vil jeg ikke leve mere, jeg orker det ikke.", "self_harm"),
    (
        "Jeg skriver for lokalavisen. Har I en forklaring på, at pensionister er snydt? Det står i avisen lørdag.",
        "press",
    ),
]


def rules(toolkit: ToneKit, text: str) -> set[str]:
    """Return the rules behind the decision on a message."""
    return {reason.rule for reason in toolkit.personalize(text).decision.reasons}


@pytest.mark.parametrize("text", ERRANDS)
def test_an_ordinary_errand_calls_for_nobody(toolkit: ToneKit, text: str) -> None:
    """Goats made of wood, rivals at a fair, cases for old laptops and a call before delivery are no alarm."""
    assert not CALLING & rules(toolkit, text)


@pytest.mark.parametrize(("text", "rule"), GRAVE)
def test_a_peaceful_trade_hides_nothing(toolkit: ToneKit, text: str, rule: str) -> None:
    """A lawyer who sues, a reporter with a deadline and a listener in despair are told although they buy and print."""
    assert rule in rules(toolkit, text)
