"""What is told in a roundabout way: trades, idioms and plays call for nobody, unless it is meant in earnest."""

from __future__ import annotations

import pytest

from tonekit import ToneKit
from tonekit.reading.reader import Reader

PEACEFUL = [
    "I'm a criminal barrister and need a desk lamp that does not flicker.",
    "My husband writes for a local paper, mostly about football, and his camera needs a new lens.",
    "Our village play is called Stupid Pigs, do you print posters?",
    "She would rather die than agree with her brother about the wallpaper.",
    "We have no objection to the new opening hours.",
    "I run first aid evenings: burns, choking, electric shock. Do you sell bandages by the dozen?",
    "Ich bin Notarin und suche einen Stuhl, welcher passt zu einem hohen Schreibtisch?",
    "Das Finale hat mich umgebracht, so schön war es.",
    "Die Revue heißt Lauter Idioten, wir brauchen Plakate.",
    "Ich habe nichts gegen Ihren Newsletter, er ist sehr lustig.",
    "Ich gebe Erste-Hilfe-Kurse und brauche Kunstblut und ein paar Verbrennungen aus Latex.",
    "Jag är domare och letar efter en skrivbordslampa, har ni någon som inte flimrar?",
    "Sista avsnittet tog livet av mig, så bra var det.",
    "Jag har inget emot era utskick.",
    "Revyn heter Idioter i sommarsol, kan ni trycka biljetter?",
    "Som advokat sitter jeg mye, har dere en stol som tåler det?",
    "Filmen drepte meg, så morsom var den.",
    "Jeg har ingenting imot nyhetsbrevet deres.",
    "Revyen heter Idioter i regn, trykker dere billetter?",
    "Jeg er landsdommer og leder efter en lampe til skrivebordet.",
    "Afsnittet slog mig ihjel, jeg grinede hele vejen.",
    "Jeg har intet imod jeres nyhedsbrev.",
    "Revyen hedder Idioter i regn, trykker I billetter?",
]
NOTICED = [
    ("Your competitor was here on Tuesday and measured the hall.", "leaving"),
    ("You have until Friday, otherwise we order from somebody else.", "leaving"),
    ("If nothing changes by then, we go to the others.", "leaving"),
    ("One more week like this and we pack our things.", "leaving"),
    ("Der andere Anbieter war schon da und hat ausgemessen.", "leaving"),
    ("Wenn sich nichts ändert, gehe ich zu den anderen.", "leaving"),
    ("Konkurrenten var här och mätte i går.", "leaving"),
    ("Om inget händer går vi till konkurrenten.", "leaving"),
    ("Konkurrenten var her og målte i går.", "leaving"),
    ("Hvis ingenting skjer, går vi til de andre.", "leaving"),
    ("Konkurrenten var her og målte op i går.", "leaving"),
    ("Hvis der ikke sker noget, går vi til de andre.", "leaving"),
    ("Your manager is a slimy toad.", "abuse"),
    ("Die Ziege am Schalter soll mich nie wieder bedienen.", "abuse"),
    ("Er chef är en slemmig padda.", "abuse"),
    ("Sjefen deres er en sleip rotte.", "abuse"),
    ("Jeres rådgiver er en slesk rotte.", "abuse"),
    ("Could somebody with ears read this, please?", "person"),
    ("Ich hätte gern jemanden mit Ohren.", "person"),
    ("Jag vill ha någon med öron.", "person"),
    ("Jeg vil ha noen med ører.", "person"),
    ("Jeg vil have nogen med ører.", "person"),
    ("Stop working out what sort of person I am from my shopping.", "objection"),
    ("Hören Sie auf, aus meinen Einkäufen Schlüsse über mich zu ziehen.", "objection"),
    ("Sluta räkna ut vem jag är.", "objection"),
    ("Slutt å regne ut hvem jeg er.", "objection"),
    ("Hold op med at regne ud, hvem jeg er.", "objection"),
    ("The whole folder is with the Gazette, and a reporter comes on Friday.", "press"),
    ("It tingles up to my elbow when I touch the fridge.", "safety"),
    ("Es kribbelt im Arm, wenn ich die Waschmaschine anfasse.", "safety"),
    ("Det pirrar i armen när jag rör spisen.", "safety"),
    ("Det kribler i hånden når jeg tar på komfyren.", "safety"),
    ("Det snurrer i armen, når jeg rører komfuret.", "safety"),
    ("Our fan heater ate the curtain; the firemen put it out.", "safety"),
]
IN_EARNEST = [
    ("I'm a solicitor myself and I'll see you in court over these chairs.", "legal"),
    ("As a barrister I know which court to go to if the desks don't come.", "legal"),
    ("My neighbour is a judge and read your contract twice: you broke the law, and I will sue.", "legal"),
    ("I am a lawyer, I bought a lamp from you, and the next letter will be a claim form.", "legal"),
    (
        "My wife is a solicitor. She gave me a jacket and you a letter: legal proceedings start on Monday.",
        "legal",
    ),
    ("We passed the hygiene inspection, you did not: I told trading standards about your kitchen.", "regulator"),
    ("I have an internship at the ombudsman, and today I filed a complaint about you there.", "regulator"),
    ("My thesis can wait. I have reported your data breach to the ICO.", "regulator"),
    (
        "I write for a local paper and my piece about your camera shop runs on Sunday; your comment by Friday, please.",
        "press",
    ),
    ("I'm a journalist and I need a statement about your lenses for my article.", "press"),
    (
        "I teach first aid, so I know burns: your kettle gave my daughter burns on both hands, she is in hospital.",
        "safety",
    ),
    ("The course in first aid was useful: a man got an electric shock from your projector right now.", "safety"),
    ("I volunteer at a helpline and I want to die myself.", "self_harm"),
    ("I'd jump off the pier if it weren't for my dog.", "self_harm"),
    ("I read the novel, but I want to kill myself all the same.", "self_harm"),
    ("The last year has killed me, I can't go on and I don't want to live.", "self_harm"),
    ("My parrot is brighter than you. You are an idiot.", "abuse"),
    ("What a comedy: you useless idiots lost it again.", "abuse"),
    ("A real person packed it last time; this time I want to talk to a human being, not to a robot.", "person"),
    ("I have nothing against you, but I object to the use of my data for advertising.", "objection"),
    ("Ich bin Anwältin, der Stuhl ist defekt und ich werde Sie verklagen.", "legal"),
    ("Als Richter weiß ich, welches Gericht zuständig ist: Ich reiche Klage gegen Sie ein.", "legal"),
    ("Unser Anwalt bekommt ein Geschenk und Sie bekommen eine Klage.", "legal"),
    ("Ich mache ein Praktikum bei der Verbraucherzentrale und habe dort Beschwerde über Sie eingereicht.", "regulator"),
    (
        "Die Masterarbeit ist fertig, und die Datenschutzbehörde hat meine Beschwerde über Sie.",
        "regulator",
    ),
    ("Ich schreibe für die Lokalzeitung und brauche bis Freitag eine Stellungnahme zu Ihren Kameras.", "press"),
    (
        "Ich leite Erste-Hilfe-Kurse, aber diese Verbrennungen kommen von Ihrem Ofen, das Kind liegt im Krankenhaus.",
        "safety",
    ),
    ("Ich arbeite bei der Telefonseelsorge und will selbst nicht mehr leben.", "self_harm"),
    ("Der Roman war gut, aber ich will mich umbringen.", "self_harm"),
    ("Der Papagei kann mehr als Sie, Sie Idiot.", "abuse"),
    ("Letztes Mal half mir ein echter Mensch, jetzt will ich wieder mit einem echten Menschen sprechen.", "person"),
    ("Jag är advokat, stolen är trasig och jag lämnar in en stämningsansökan mot er.", "legal"),
    ("Som jurist vet jag var tingsrätten ligger, vi ses där.", "legal"),
    ("Jag söker jobb på IMY och har redan anmält er dit.", "regulator"),
    ("Uppsatsen är klar, och anmälan mot er ligger hos Konsumentverket.", "regulator"),
    ("Jag är journalist och behöver en kommentar om era kameror till min artikel.", "press"),
    ("Jag håller kurs i första hjälpen, men brännskadorna kommer från er spis och barnet är på sjukhus.", "safety"),
    ("Jag sitter i jourlinjen och orkar själv inte leva längre.", "self_harm"),
    ("Papegojan är smartare än ni, era idioter.", "abuse"),
    ("Sist svarade en riktig människa, nu vill jag prata med en människa igen och inte med en robot.", "person"),
    ("Jeg er advokat, stolen er ødelagt, og jeg tar ut stevning mot dere.", "legal"),
    ("Som jurist vet jeg hvor tingretten ligger, vi ses i retten.", "legal"),
    ("Jeg søker jobb i Datatilsynet og har alt meldt dere dit.", "regulator"),
    ("Oppgaven er ferdig, og klagen på dere ligger hos Forbrukertilsynet.", "regulator"),
    ("Jeg er journalist og trenger en kommentar om kameraene deres til artikkelen min.", "press"),
    ("Jeg holder førstehjelpskurs, men brannskadene kommer fra komfyren deres, og barnet er på sykehus.", "safety"),
    ("Jeg er frivillig på hjelpetelefonen og orker ikke å leve selv.", "self_harm"),
    ("Papegøyen er smartere enn dere, idioter.", "abuse"),
    ("Sist svarte et ekte menneske, nå vil jeg snakke med et ekte menneske igjen og ikke en robot.", "person"),
    ("Jeg er advokat, stolen er i stykker, og jeg udtager stævning mod jer.", "legal"),
    ("Som jurist ved jeg, hvor byretten ligger, vi ses i retten.", "legal"),
    ("Jeg søger job i Datatilsynet og har allerede anmeldt jer der.", "regulator"),
    ("Specialet er færdigt, og jeg har klaget over jer til Forbrugerombudsmanden.", "regulator"),
    ("Jeg er journalist og mangler en kommentar om jeres kameraer til min artikel.", "press"),
    (
        "Jeg holder førstehjælpskursus, men forbrændingerne kommer fra jeres komfur, og barnet er på hospitalet.",
        "safety",
    ),
    ("Jeg er frivillig på livlinjen og orker ikke selv at leve mere.", "self_harm"),
    ("Papegøjen er klogere end jer, I idioter.", "abuse"),
    ("Sidst svarede et rigtigt menneske, nu vil jeg tale med et rigtigt menneske igen og ikke en robot.", "person"),
    ("The solicitor next door gave me a discount: her letter before action reaches you on Monday.", "legal"),
    (
        "The curtain caught fire from your fan heater; the fire brigade put it out, and my training group saw it.",
        "safety",
    ),
    ("There is no objection to the order, but I do object to you selling my data.", "objection"),
    (
        "Environmental health framed it nicely: you sold us food past its date, and they have my complaint.",
        "regulator",
    ),
]
STRANGERS_PAPERS = [
    "I assume he has got mine.",
    "I found a stranger's payslip in the envelope.",
    "In dem Umschlag steckte der Befund eines fremden Herrn.",
    "I kuvertet låg en främmande mans journal.",
    "I konvolutten lå en fremmed manns journal.",
    "I kuverten lå en fremmed mands journal.",
]


def kinds(reader: Reader, text: str) -> set[str]:
    """Return the kinds of the alerts of a text."""
    return {alert.kind for alert in reader.read(text).facts.alerts}


@pytest.mark.parametrize("text", PEACEFUL)
def test_trades_and_idioms_call_for_nobody(reader: Reader, text: str) -> None:
    """Judges who choose lamps, teachers of first aid, rude titles and cakes to die for give no alert."""
    assert kinds(reader, text) == set()


@pytest.mark.parametrize(("text", "kind"), NOTICED)
def test_roundabout_words_are_noticed(reader: Reader, text: str, kind: str) -> None:
    """Rivals who measure, last chances, animals for staff, ears, conclusions and tingles are told for what they are."""
    assert kind in kinds(reader, text)


@pytest.mark.parametrize(("text", "kind"), IN_EARNEST)
def test_the_same_words_in_earnest_still_call(reader: Reader, text: str, kind: str) -> None:
    """A trade, a play, a parrot or a lesson takes nothing back from who sues, complains, despairs or insults."""
    assert kind in kinds(reader, text)


@pytest.mark.parametrize("text", STRANGERS_PAPERS)
def test_a_strangers_papers_are_a_breach(toolkit: ToneKit, text: str) -> None:
    """Who holds the papers of a stranger is answered by a person."""
    assert any(each.rule == "data_breach" for each in toolkit.personalize(text).decision.reasons)
