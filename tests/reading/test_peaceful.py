"""What only shares the words of an alert calls for nobody, unless something hostile stands beside it."""

from __future__ import annotations

import pytest

from tonekit.languages.pack import Group, Words
from tonekit.reading.alerts.phrase_alerts import find_alerts, without_harmless_threats
from tonekit.reading.parsing import Parser
from tonekit.reading.reader import Reader
from tonekit.stated_facts import Span

GROUP = Group((("lawyer",), ("customer", "buys")), unless=("sue", "court"))
ONE_ENTRY = [
    "Please take the second phone number off my account.",
    "Could you remove my expired credit card?",
    "Nehmen Sie bitte die alte Rechnungsadresse heraus.",
    "Könnt ihr meine zweite E-Mail-Adresse löschen?",
    "Ta gärna bort den gamla e-postadressen, den nya stämmer.",
    "Slett gjerne det gamle telefonnummeret mitt.",
    "Vil I slette mit gamle kort? Det nye står der allerede.",
]
ALL_OF_IT = [
    "Please remove my old address and everything else you have on me.",
    "Delete the credit card and all my personal data.",
    "Löschen Sie meine alte Anschrift und alle Daten über mich.",
    "Ta bort min gamla adress och alla uppgifter om mig.",
    "Slett den gamle adressen og alle opplysninger om meg.",
    "Slet min gamle adresse og alle oplysninger om mig.",
]
PEACEFUL = [
    "Our solicitor bought two of your desks and loves them.",
    "Meine Anwältin schwärmt von Ihrem Käse, haben Sie ihn noch?",
    "Vår jurist handlar också hos er och är nöjd.",
    "Advokaten vår er også kunde hos dere.",
    "Vores advokat køber også ind hos jer.",
    "I work for the ombudsman and we need ten desks for the new office.",
    "Wir arbeiten bei der Verbraucherzentrale und brauchen zwölf Bürostühle.",
    "Jag jobbar på Konsumentverket och vi behöver en ny kaffemaskin.",
    "Jeg arbeider i Mattilsynet, og vi trenger kontorstoler.",
    "Jeg arbejder i Fødevarestyrelsen, og vi mangler kontorstole.",
    "How do I export our sales figures to Excel for the board?",
    "Wie exportiere ich meine Messwerte als CSV für eine Auswertung?",
    "Kan jag ladda ner mina mätvärden som CSV till ett diagram?",
    "Kan jeg eksportere målingene mine til Excel for regnskapet?",
    "Kan jeg hente mine målinger ud som CSV til en rapport?",
    "What is the excess if a rider gets hurt? We want a quote for the riding school.",
    "Our talk about first aid is on Friday, do you print posters?",
    "My daughter broke her wrist in the winter and would like to come back to the riding class.",
    "Vår dotter bröt armen i vintras och vill börja igen. Finns det plats?",
    "Vi är en juristbyrå med sex jurister och vill prova ert system.",
    "Which of your smoke alarms do you recommend, and what is the price?",
    "Welchen CO-Melder empfehlen Sie für einen Wohnwagen?",
    "Our gas man recommended a carbon monoxide alarm, which of the two do you advise for a caravan?",
    "Hei, har dere ledige plasser på kurset «Førstehjelp til barn» 4. oktober?",
    "I got my belt from you last week and it is too short, can I swap it?",
    "Last time we booked with you everything went well, the same again please.",
    "There are other bakers in my evening class who would like your recipe.",
    "I am thinking of switching from the small box to the large one.",
    "Our choir is on a radio programme that airs on Sunday, do you rent microphones?",
    "My column comes out on Friday, could you send me a picture of the cake?",
    "Is there a real voice actor on this audiobook?",
    "In meinem Kurs gibt es noch andere Bäcker, die Ihr Rezept möchten.",
    "Das letzte Mal, dass wir bei Ihnen gebucht haben, war alles bestens.",
    "Wir haben unseren Podcast aufgenommen. Kann man bei Ihnen ein Mikrofon mieten?",
    "Jag ser mig om efter ett nytt matbord, har ni ovala?",
    "Nu funderar jag på att byta från den lilla modellen till den stora.",
    "Jeg ser meg om etter et nytt spisebord, har dere ovale?",
    "Jeg vurderer å bytte dekk i april, har dere time?",
    "Jeg ser mig om efter et nyt spisebord, har I ovale?",
    "Jeg overvejer at skifte fra den lille model til den store.",
    "Jeg overvejer at skifte til jer. Hvad koster det?",
    "Jeg vurderer å bytte til dere. Hva koster det?",
    "Nu funderar jag på att byta till er. Vad kostar det?",
    "I am thinking of switching to you. What does it cost?",
]
HOSTILE = [
    pytest.param(
        "Our smoke alarm, the model you recommended, is going off and there is smoke coming in.",
        "safety",
        id="en-alarm",
    ),
    pytest.param("Next time I'll smash his teeth in.", "safety", id="en-teeth"),
    pytest.param("Seit der Reparatur fällt das Bremspedal durch bis zum Boden.", "safety", id="de-brakes"),
    pytest.param("Our solicitor bought two of your desks and will now take you to court over them.", "legal", id="en"),
    pytest.param("Mein Anwalt ist auch Kunde bei Ihnen und wird Klage einreichen.", "legal", id="de"),
    pytest.param("Min advokat är också kund hos er och lämnar in en stämning.", "legal", id="sv"),
    pytest.param("Advokaten min er også kunde hos dere og tar saken til retten.", "legal", id="nb"),
    pytest.param("Min advokat er også kunde hos jer og går i retten med sagen.", "legal", id="da"),
    pytest.param("I work for the ombudsman and we have opened a case about you.", "regulator", id="en-case"),
    pytest.param(
        "Ich will meine Messdaten nach Artikel 20 DSGVO als CSV zum neuen Anbieter.", "portability", id="de-20"
    ),
]
IN_EARNEST = [
    ("There is a smell of gas in the museum, what should we do?", "safety"),
    ("Two children got electric shocks from your lamp at the museum.", "safety"),
    ("Carbon monoxide came out of the boiler, which of your engineers can come?", "safety"),
    ("My son is injured, is he covered by your insurance?", "safety"),
    ("If somebody gets hurt on your broken ramp you are liable.", "safety"),
    ("Please delete my data, including my old address.", "erasure"),
    ("My neighbour is a lawyer and he says you must pay me back.", "legal"),
    ("Ofcom's guide says that what you do is forbidden, so I am filing a dispute with them.", "regulator"),
    ("She broke her wrist in the winter on your icy path and wants to return to the gym and be paid.", "safety"),
    ("The halloween mask: my son has a wound on his face from it.", "safety"),
    ("Explosion at the quiz night, the projector you rented us out blew up.", "safety"),
    ("Erase me completely, the old address too.", "erasure"),
    ("Mein Anwalt ist im Urlaub, danach hören Sie von ihm.", "legal"),
    ("Wir von der Gewerbeaufsicht kommen morgen zu Ihnen.", "regulator"),
    ("Min jurist har semester, sen hör han av sig till er.", "legal"),
    ("Advokaten min har ferie, så hører dere fra ham.", "legal"),
    ("Min advokat har ferie, derefter hører I fra ham.", "legal"),
    ("Im Theater ist Gasgeruch, bitte schnell.", "safety"),
    ("Der Tank steht im Hof und läuft aus.", "stopped"),
    ("Pannan står i källaren och ryker, vad gör jag?", "safety"),
    ("Maskinen står i hallen och ett barn sitter fast i den.", "safety"),
    ("Kjelen står i kjelleren og siver gass, hvem ringer jeg?", "safety"),
    ("Kostumet brød i brand på halloween, barnet har brandsår.", "safety"),
    ("Beim Kurs gab es einen Stromschlag durch Ihr Gerät, eine Person liegt im Spital.", "safety"),
    ("Unser Rauchmelder hat bei der Wartung nicht reagiert und es gab einen Brand.", "safety"),
    ("Die Abfüllung steht jetzt in der Halle, 30 Leute warten.", "stopped"),
    ("Löschen Sie bitte meine Daten, auch die alte Adresse.", "erasure"),
    ("Mein Anwalt wohnt nebenan und wird Sie abmahnen.", "legal"),
    ("Gaslukt på kursen, vad gör vi?", "safety"),
    ("Misstänkt kolmonoxid i lägenheten, vilken jour ska jag ringa?", "safety"),
    ("Produktionen står på lagret och 40 man väntar.", "stopped"),
    ("Ta bort mina uppgifter, även min gamla adress.", "erasure"),
    ("Min granne är advokat och säger att ni måste betala.", "legal"),
    ("Det er gasslukt på museet.", "safety"),
    ("Mistanke om karbonmonoksid i leiligheten, hvilken vakt skal jeg ringe?", "safety"),
    ("Slett dataene mine, også den gamle adressen.", "erasure"),
    ("Naboen min er advokat og sier at dere må betale.", "legal"),
    ("Gaslugt på kurset, hvad gør vi?", "safety"),
    ("Mistanke om kulilte i lejligheden, hvilken vagt skal jeg ringe til?", "safety"),
    ("Slet mine oplysninger, også den gamle adresse.", "erasure"),
    ("Min nabo er advokat og siger at I skal betale.", "legal"),
]
ON_THE_WAY_OUT = [
    "That was the last time I order anything from you.",
    "There are other bakers in this town, you know.",
    "I am thinking of switching to a different provider.",
    "Das war das letzte Mal, dass ich bei Ihnen bestellt habe.",
    "Es gibt auch andere Bäcker in der Stadt.",
    "Jag ser mig om efter en ny leverantör.",
    "Det var sista gången jag handlade hos er.",
    "Jeg ser meg om etter en ny leverandør.",
    "Det var siste gang jeg bestilte hos dere.",
    "Jeg ser mig om efter en ny leverandør.",
    "Det var sidste gang, jeg bestilte hos jer.",
]
IN_THEIR_PLACE = [
    "Die Fräse steht in Halle 2, bitte am Tor klingeln.",
    "Unsere Druckerpresse steht im Erdgeschoss. Wann kommt Ihr Monteur?",
    "Tryckpressen står i källaren, ta trappan.",
    "Trykkpressen står i kjelleren, ta trappa.",
    "Trykpressen står i kælderen, tag trappen.",
    "Warum steht bei Ihnen, dass die Anlage nicht lieferbar ist?",
    "Die nächste Prüfung unserer Brandmeldeanlage steht im Frühjahr an.",
]
AT_A_STANDSTILL = [
    "Die Fräse in Halle 2 steht seit heute früh still, zwanzig Leute warten.",
    "Seit sieben Uhr steht bei uns die ganze Fertigung.",
    "Seit heute früh steht wieder die Anlage, was nun?",
    "Hela skiftet står och väntar, linjen har stannat.",
    "Hele skiftet står og venter, linja har stoppet.",
    "Hele holdet står og venter, linjen er gået i stå.",
]


OF_ANOTHER_KIND = [
    ("My lawyer is a customer of yours, and your gas boiler is leaking.", "safety"),
    ("I work at the ombudsman's office, and the lamp you sold us gave my colleague an electric shock.", "safety"),
    ("Take my old address out, there is smoke coming out of your boiler.", "safety"),
    ("Mein Anwalt ist auch Kunde bei Ihnen, und aus Ihrer Therme strömt Gas.", "safety"),
    ("Ich arbeite beim Finanzamt, und ich will nicht mehr leben.", "self_harm"),
    ("Min advokat är också kund hos er, och det luktar gas från er panna.", "safety"),
    ("Advokaten min er også kunde hos dere, og det lukter gass fra kjelen deres.", "safety"),
    ("Min advokat er også kunde hos jer, og der siver gas ud af jeres kedel.", "safety"),
    ("Min nabo er jurist og synes, det er ulovligt.", "legal"),
    ("Naboen min er jurist og synes det er ulovlig.", "legal"),
    ("Min granne är jurist och tycker att det är olagligt.", "legal"),
    ("Meine Nachbarin ist Anwältin und findet das rechtswidrig.", "legal"),
    ("Our neighbour is a solicitor and calls this unlawful.", "legal"),
]


def kinds(reader: Reader, text: str) -> set[str]:
    """Return the kinds of the alerts of a text."""
    return {alert.kind for alert in reader.read(text).facts.alerts}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("My lawyer buys carpets.", []),
        ("My lawyer is a customer and will sue.", ["lawyer"]),
        ("My lawyer buys carpets. We meet in court.", ["lawyer"]),
        ("We meet in court. My lawyer buys carpets.", ["lawyer"]),
        ("My lawyer buys carpets. They are red. We meet at the tennis court.", []),
    ],
)
def test_hostile_words_silence_what_takes_back(text: str, found: list[str]) -> None:
    """Words behind `&!` undo a group in their own sentence and in the ones beside it."""
    parsed = Parser(Words(), {"!alert.legal": ("lawyer",)}, together={"!harmless.legal": [GROUP]}).parse(text)

    alerts = find_alerts(parsed, lambda start, end: Span(text=text[start:end], start=start, end=end))
    assert [alert.text for alert in alerts] == found


@pytest.mark.parametrize(
    ("text", "cues"), [("My lawyer buys carpets.", []), ("My lawyer buys carpets and will sue.", ["threat.legal"])]
)
def test_a_threat_that_is_none_is_no_cue(text: str, cues: list[str]) -> None:
    """A threat that is taken back speaks for no verdict either."""
    parsed = Parser(Words(), {"threat.legal": ("my lawyer",)}, together={"!harmless.legal": [GROUP]}).parse(text)

    assert [hit[0] for hit in without_harmless_threats(parsed)] == cues


@pytest.mark.parametrize("text", ONE_ENTRY)
def test_one_entry_is_no_erasure(reader: Reader, text: str) -> None:
    """Who has one of several entries taken out asks for an update, not to be forgotten."""
    assert kinds(reader, text) & {"erasure", "rectification", "objection"} == set()


@pytest.mark.parametrize("text", ALL_OF_IT)
def test_all_of_it_is_an_erasure(reader: Reader, text: str) -> None:
    """An entry that is named beside all the rest takes nothing back."""
    assert "erasure" in kinds(reader, text)


@pytest.mark.parametrize("text", PEACEFUL)
def test_peaceful(reader: Reader, text: str) -> None:
    """Lawyers who buy, authorities as employers, exports for one's own books and lessons call for nobody."""
    assert kinds(reader, text) == set()


@pytest.mark.parametrize(("text", "kind"), HOSTILE)
def test_hostile(reader: Reader, text: str, kind: str) -> None:
    """The same words beside a threat or a right are one."""
    assert kind in kinds(reader, text)


@pytest.mark.parametrize(("text", "kind"), IN_EARNEST)
def test_a_word_of_the_everyday_takes_no_danger_back(reader: Reader, text: str, kind: str) -> None:
    """Where it happened, which number to ring or an old address beside the data leave an alert as it is."""
    assert kind in kinds(reader, text)


@pytest.mark.parametrize(("text", "kind"), OF_ANOTHER_KIND)
def test_peace_of_one_kind_is_none_of_another(reader: Reader, text: str, kind: str) -> None:
    """Who is a customer, an employee or a neighbour takes back no danger, no despair, and no verdict of the law."""
    assert kind in kinds(reader, text)


@pytest.mark.parametrize("text", ON_THE_WAY_OUT)
def test_who_goes_elsewhere_is_leaving(reader: Reader, text: str) -> None:
    """A last time, others in town and a look around for them are told from a visit before and a look for a table."""
    assert "leaving" in kinds(reader, text)


@pytest.mark.parametrize("text", IN_THEIR_PLACE)
def test_what_stands_in_its_place_has_not_stopped(reader: Reader, text: str) -> None:
    """German and Nordic "stand" says where a thing is as often as that it has stopped."""
    analysis = reader.read(text)

    assert {alert.kind for alert in analysis.facts.alerts} == set()
    assert analysis.urgency.label != "critical"


@pytest.mark.parametrize("text", AT_A_STANDSTILL)
def test_what_stands_still_has_stopped(reader: Reader, text: str) -> None:
    """Work that stands still is critical, wherever it stands."""
    assert reader.read(text).urgency.label == "critical"


def test_a_lawyer_who_buys_makes_nobody_angry(reader: Reader) -> None:
    """The mood is not read from a threat that is none."""
    assert reader.read("Mein Anwalt ist auch Kunde bei Ihnen und hat Sie empfohlen.").mood.label == "neutral"
