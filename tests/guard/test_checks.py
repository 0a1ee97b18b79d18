"""Each family of checks at its edges: what it finds, and what it has to leave alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tonekit import Result, ToneKit
from tonekit.guard.checks.link_check import unsafe

QUESTION = {
    "en": "Hello, could you please tell me how this works?",
    "de": "Guten Tag, können Sie mir bitte sagen, wie das geht?",
    "sv": "Hej, kan ni berätta för mig hur det här fungerar?",
    "nb": "Hei, kan dere fortelle meg hvordan dette virker?",
    "da": "Hej, kan I fortælle mig, hvordan det her virker?",
}
UPSET = {"empathy": "acknowledge", "order": "acknowledge_first"}

Rules = Callable[..., list[tuple[str, str]]]


@pytest.fixture(scope="module")
def rules(toolkit: ToneKit, answer: Callable[..., Result]) -> Rules:
    """What gives rules and words of the findings on a draft: `rules(draft, language=…, style=…, facts=…)`."""

    def check(draft: str, language: str = "en", *, message: str = "", **options: object) -> list[tuple[str, str]]:
        result = answer(message or QUESTION[language], language=language, **options)
        return [(each.rule, each.text) for each in toolkit.check(draft, result)]

    return check


@pytest.mark.parametrize(
    ("language", "address", "draft", "found"),
    [
        pytest.param("de", "formal", "Gern helfen wir dir weiter, ruf uns einfach an.", ["dir"], id="du to Sie"),
        pytest.param(
            "de",
            "informal",
            "Gern helfen wir Ihnen weiter, wenn wir Ihre Nummer haben.",
            ["Ihnen", "Ihre"],
            id="Sie to du",
        ),
        pytest.param("de", "formal", "Habt ihr noch Fragen? Wir rufen euch an.", ["Habt", "euch"], id="ihr to Sie"),
        pytest.param("de", "formal", "Schick uns die Rechnung. Danke!", ["Schick"], id="a command to Sie"),
        pytest.param(
            "de",
            "formal",
            "So geht es:\n- Öffne Kunden.\n- Bitte wähle CSV.",
            ["Öffne", "wähle"],
            id="commands in a list",
        ),
        pytest.param("de", "formal", "Ruf uns an, dann prüfen wir Ihre Daten.", ["Ruf"], id="command and Sie"),
        pytest.param("de", "formal", "Ruf und Ansehen sind uns wichtig. Klick-Anleitung liegt bei.", [], id="nouns"),
        pytest.param("de", "formal", "Tipp: Starten Sie den Drucker neu.", [], id="tip"),
        pytest.param("de", "formal", "Frage: Die Rechnung fehlt, was können Sie tun?", [], id="question"),
        pytest.param("de", "formal", "Folge: Das Gerät startet nicht.", [], id="consequence"),
        pytest.param("de", "formal", "Kauf auf Rechnung bieten wir Ihnen gern an.", [], id="purchase on account"),
        pytest.param("de", "formal", "Klick auf Speichern genügt, dann sehen Sie die Liste.", [], id="a click"),
        pytest.param("de", "formal", "Teile auf Lager erhalten Sie sofort.", [], id="parts"),
        pytest.param("de", "formal", "Achte Seite: Dort finden Sie die Übersicht.", [], id="eighth page"),
        pytest.param(
            "de", "formal", "Kauf, die Lieferung und der Einbau sind für Sie kostenfrei.", [], id="noun before a comma"
        ),
        pytest.param("de", "formal", "Suche dann: Sie geben den Namen ein.", [], id="search field"),
        pytest.param("de", "formal", "Sende Ihnen anbei die Rechnung.", [], id="I send"),
        pytest.param("de", "formal", "Schicke Ihnen die Rechnung heute noch.", [], id="I send today"),
        pytest.param("de", "formal", "Komme morgen auf Sie zurück.", [], id="I come back"),
        pytest.param("de", "formal", "Gebe Ihnen morgen Bescheid.", [], id="I tell"),
        pytest.param("de", "formal", "Bestätige hiermit den Eingang Ihrer Mail.", [], id="I confirm"),
        pytest.param("de", "formal", "Prüfe das gerade und melde mich bei Ihnen.", [], id="I check"),
        pytest.param("de", "formal", "Sende anbei die Rechnung.", [], id="I enclose"),
        pytest.param("de", "formal", "Tipp die Nummer ein.", ["Tipp"], id="type it"),
        pytest.param("de", "formal", "Achte bitte darauf.", ["Achte"], id="take care"),
        pytest.param("de", "formal", "Frage uns gern.", ["Frage"], id="ask us"),
        pytest.param(
            "de", "formal", "Sende uns die Rechnung. Ihre Daten prüfen wir.", ["Sende"], id="Sie in another sentence"
        ),
        pytest.param("de", "formal", "Melde dich bei uns.", ["Melde", "dich"], id="melde itself"),
        pytest.param("de", "formal", "Bitte nutze den Link, wenn Sie möchten.", ["nutze"], id="behind please"),
        pytest.param("de", "formal", "Öffne die Liste, sie ist lang.", ["Öffne"], id="small sie"),
        pytest.param("de", "formal", "Schicke ich Ihnen gern. Das sage ich auch.", [], id="first person"),
        pytest.param("de", "informal", "Schick uns die Rechnung.", [], id="a command to du"),
        pytest.param("de", "formal", "Sie hat es ihr gegeben, und ihr Paket liegt bei.", [], id="small her"),
        pytest.param(
            "de", "informal", "Die Teile sind da. Sie gehen heute raus und kommen zu dir.", [], id="they at the start"
        ),
        pytest.param("de", "informal", "Wir melden uns:\n- Sie ist bestellt, sagen wir dir.", [], id="she in a list"),
        pytest.param("de", "formal", "Wir senden Ihnen die Teile, wenn sie da sind.", [], id="small they"),
        pytest.param("sv", "formal", "Vi skickar den till dig så snart vi kan.", [], id="Swedish du"),
        pytest.param(
            "sv", "informal", "Vi skickar den till dig, och hoppas att Ni är nöjd.", ["Ni"], id="Swedish Ni beside du"
        ),
        pytest.param("sv", "formal", "Vi skickar den till Er så snart vi kan.", [], id="Swedish Ni alone"),
        pytest.param("da", "formal", "Vi sender den til dig. De, der arbejder her, ved det.", [], id="Danish those"),
    ],
)
def test_address(rules: Rules, language: str, address: str, draft: str, found: list[str]) -> None:
    """Words of the other form of address are found; they, she and those are not."""
    made = rules(draft, language, style={"address": address})

    assert [text for rule, text in made if rule.endswith("-address")] == found


PROMISES = {
    "en": {
        "ungiven-period": ["within the hour"],
        "ungiven-date": ["by close of business", "by COB", "within the week"],
        "ungiven-percentage": [
            "half the price",
            "a full refund",
            "your money refunded in full",
            "the full amount back",
            "every penny back",
            "half your money back",
        ],
        "ungiven-amount": ["free of charge", "at no extra cost", "it, and the fee is waived", "it and pay nothing"],
    },
    "de": {
        "ungiven-period": ["innerhalb der nächsten Stunde"],
        "ungiven-date": ["bis Feierabend", "bis Geschäftsschluss"],
        "ungiven-percentage": [
            "zum halben Preis",
            "die volle Erstattung",
            "die Hälfte des Preises",
            "den vollen Betrag zurück",
            "Ihr ganzes Geld zurück",
            "jeden Cent zurück",
            "die Hälfte zurück",
        ],
        "ungiven-amount": ["kostenlos", "gratis", "ohne Aufpreis", "es und zahlen nichts"],
    },
    "sv": {
        "ungiven-period": ["inom timmen"],
        "ungiven-date": ["före dagens slut"],
        "ungiven-percentage": [
            "halva priset",
            "full återbetalning",
            "hela beloppet tillbaka",
            "tillbaka hela summan",
            "alla dina pengar tillbaka",
            "varenda krona tillbaka",
        ],
        "ungiven-amount": ["kostnadsfritt", "utan extra kostnad", "den, och vi står för frakten"],
    },
    "nb": {
        "ungiven-period": ["innen timen"],
        "ungiven-date": ["før dagens slutt"],
        "ungiven-percentage": [
            "halv pris",
            "full refusjon",
            "hele beløpet tilbake",
            "tilbake hele summen",
            "alle pengene dine tilbake",
            "hver krone tilbake",
        ],
        "ungiven-amount": ["kostnadsfritt", "uten kostnad", "den, og vi dekker frakten"],
    },
    "da": {
        "ungiven-period": ["inden for den næste time"],
        "ungiven-date": ["inden lukketid"],
        "ungiven-percentage": [
            "halv pris",
            "fuld refusion",
            "hele beløbet retur",
            "tilbage det fulde beløb",
            "alle dine penge tilbage",
            "hver en krone tilbage",
        ],
        "ungiven-amount": ["gratis", "uden beregning", "den, og vi dækker fragten"],
    },
}
"""What promises something without a figure, by language and the rule that has to find it."""
GETS = {"en": "You will get", "de": "Sie erhalten", "sv": "Du får", "nb": "Du får", "da": "Du får"}


@pytest.mark.parametrize(
    ("language", "rule", "said"),
    [(code, rule, said) for code, kinds in PROMISES.items() for rule, several in kinds.items() for said in several],
)
def test_promises_without_a_figure(rules: Rules, language: str, rule: str, said: str) -> None:
    """What costs nothing, the half, the whole and the end of the day are claims; what somebody gave supports them."""
    draft = f"{GETS[language]} {said}."

    assert [each for each, _ in rules(draft, language) if each.startswith("ungiven")] == [rule]
    given = {"answer.summary": f"{GETS[language]} {said}."}
    assert [each for each, _ in rules(draft, language, facts=given) if each.startswith("ungiven")] == []


REFUSALS = {
    "en": (
        "The delivery is not free of charge.",
        "Unfortunately we cannot offer a full refund in this case.",
        "A full refund isn’t possible, because the box was opened.",
        "There is no discount, and we never sell at half price.",
        "There is no cancellation within the hour before the course begins.",
        "We are unable to repay the\nfull amount.",
        "A full refund and free shipping are not possible.",
        "We do not offer free shipping and a full refund.",
        "We cannot cancel the order and give you a full refund.",
        "A full refund, in this case, is not possible.",
        "Neither a full refund nor free shipping is included, I'm afraid.",
    ),
    "de": (
        "Der Versand ist leider nicht kostenlos.",
        "Eine volle Erstattung ist leider nicht möglich, und den halben Preis können wir auch nicht anbieten.",
        "Es gibt keinen Versand gratis.",
        "Eine volle Erstattung ist, wie gesagt, nicht möglich.",
        "Eine volle Erstattung ist aber nicht möglich.",
        "Wir können die Bestellung nicht stornieren und Ihnen den vollen Betrag erstatten.",
    ),
    "sv": (
        "Frakten är inte gratis.",
        "Tyvärr kan vi inte betala hela beloppet tillbaka.",
        "Vi ger aldrig halva priset.",
        "Vi kan tyvärr inte ge full återbetalning och fri frakt.",
    ),
    "nb": (
        "Frakten er ikke gratis.",
        "Dessverre kan vi ikke betale hele beløpet tilbake.",
        "Vi gir aldri halv pris.",
        "Dessverre kan vi ikke gi full refusjon og fri frakt.",
    ),
    "da": (
        "Fragten er ikke gratis.",
        "Desværre kan vi ikke betale hele beløbet tilbage.",
        "Vi giver aldrig halv pris.",
        "Desværre kan vi ikke give fuld refusion og fri fragt.",
    ),
}
"""What refuses something that is named without a figure."""


@pytest.mark.parametrize(("language", "said"), [(code, said) for code, several in REFUSALS.items() for said in several])
def test_what_is_refused_is_no_promise(rules: Rules, language: str, said: str) -> None:
    """What a sentence refuses is no claim, and a fact that refuses it need not be repeated in its words."""
    assert [each for each, _ in rules(said, language) if each.startswith("ungiven")] == []
    short = {"answer.summary": said}
    assert "missing-fact" not in {each for each, _ in rules(said.replace(".", "!"), language, facts=short)}


@pytest.mark.parametrize(
    ("language", "said", "found"),
    [
        pytest.param("en", "We cannot wait. You will get a full refund.", ["full refund"], id="next sentence"),
        pytest.param("en", "Do nothing more; you will get a full refund.", ["full refund"], id="behind a semicolon"),
        pytest.param("en", "You need not wait; you will get a full refund.", ["full refund"], id="denied before it"),
        pytest.param("en", "No worries, you will get a full refund.", ["full refund"], id="reassuring"),
        pytest.param("en", "You will get a full refund, no questions asked.", ["full refund"], id="without questions"),
        pytest.param("en", "It will not cost you a thing.", ["not cost you a thing"], id="part of the name"),
        pytest.param("en", "You get a full refund at no charge.", ["full refund", "no charge"], id="of another name"),
        pytest.param("de", "Keine Sorge, der Versand ist gratis.", ["gratis"], id="german"),
        pytest.param("sv", "Inga problem, frakten är gratis.", ["gratis"], id="swedish"),
        pytest.param("nb", "Det vil ikke koste deg noe.", ["ikke koste deg noe"], id="norwegian"),
        pytest.param("da", "Ingen problemer, fragten er gratis.", ["gratis"], id="danish"),
        pytest.param("en", "The fee is not 12 EUR, and not 20 %.", ["12 EUR", "20 %"], id="figures"),
        pytest.param(
            "en",
            "You will get a full refund, and you do not have to send anything back.",
            ["full refund"],
            id="denied in the next clause",
        ),
        pytest.param("en", "You get a full refund, with no need to return it.", ["full refund"], id="no need"),
        pytest.param(
            "sv", "Frakten är gratis, och du behöver inte vara hemma.", ["gratis"], id="swedish clause behind"
        ),
    ],
)
def test_promises_beside_a_negation(rules: Rules, language: str, said: str, found: list[str]) -> None:
    """A negation elsewhere, of the name itself or in a reassurance takes nothing back, and no figure is refused."""
    assert [text for each, text in rules(said, language) if each.startswith("ungiven")] == found


@pytest.mark.parametrize(
    ("said", "severities"),
    [
        ("The sync runs every hour, and within the hour the changes appear.", ["warning"]),
        ("We will call you within the hour.", ["error"]),
        ("Within the hour you get it.", ["error"]),
        ("It is being packed, and within the hour we will call you.", ["error"]),
    ],
)
def test_named_lengths_are_promised(
    toolkit: ToneKit, answer: Callable[..., Result], said: str, severities: list[str]
) -> None:
    """A length of time that is named is an error only where something near it promises."""
    made = toolkit.check(said, answer(QUESTION["en"], language="en"))

    assert [each.severity for each in made if each.rule == "ungiven-period"] == severities


CLEARING = {
    "en": (
        "This is not your fault.",
        "None of this is your fault.",
        "It was not your mistake, but ours.",
        "That isn’t your fault.",
        "It is not in any way your mistake.",
        "You should have been in the quiet wing from the start.",
    ),
    "de": ("Das ist nicht Ihre Schuld.", "Sie haben nichts falsch gemacht.", "Es war keineswegs Ihr Fehler."),
    "sv": ("Det är inte ditt fel.", "Inget av det här är ditt fel."),
    "nb": ("Det er ikke din feil.", "Ingenting av dette er din feil."),
    "da": ("Det er ikke din fejl.", "Intet af dette er din fejl."),
}
"""What clears the customer of blame."""


@pytest.mark.parametrize(("language", "said"), [(code, said) for code, several in CLEARING.items() for said in several])
def test_clearing_somebody_is_no_blame(rules: Rules, language: str, said: str) -> None:
    """Blame that is denied is none."""
    assert "blame" not in {each for each, _ in rules(said, language)}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "You did not read the manual."),
        ("en", "It is not only your fault."),
        ("en", "It did not work: your mistake."),
        ("en", "Had you complained at once, nothing would have been lost."),
        ("en", "The lid should have been closed by you."),
        ("de", "Der Deckel hätte von Ihnen geschlossen werden müssen, nicht von uns."),
        ("sv", "Locket borde ha stängts av dig, inte av oss."),
        ("nb", "Lokket burde ha blitt lukket av deg, ikke av oss."),
        ("da", "Låget burde have været lukket af dig, ikke af os."),
        ("de", "Sie haben die Anleitung nicht gelesen."),
        ("de", "Das hätten Sie nicht tun dürfen."),
        ("sv", "Du läste inte bruksanvisningen."),
        ("sv", "Det fungerade inte eftersom du skrev fel."),
        ("nb", "Betalingen gikk ikke fordi du skrev feil kort."),
        ("nb", "Du burde ikke ha sagt det."),
        ("da", "Det virkede ikke, fordi du skrev det forkert."),
    ],
)
def test_blame_with_a_negation(rules: Rules, language: str, said: str) -> None:
    """A negation that belongs to the blame, or to something else, does not take it back."""
    assert "blame" in {each for each, _ in rules(said, language)}


def test_figures_support_words(rules: Rules) -> None:
    """The half is 50 per cent, what costs nothing 0 EUR; to say it otherwise leaves nothing out."""
    given = {"answer.summary": "The discount is 50 %, the shipping costs 0 EUR."}
    drafts = ("It is half the price, and shipping is free of charge.", "The discount is 50 % and shipping costs 0 EUR.")

    assert [each for draft in drafts for each, _ in rules(draft, facts=given) if each.startswith("ungiven")] == []
    free = {"answer.summary": "Shipping is free of charge for you."}
    assert "missing-fact" not in {
        each for each, _ in rules("Nothing to pay for shipping, for you it is free.", facts=free)
    }


PERSONS = [
    pytest.param("sv", "Din kollega med personnummer 19811218-9876 har loggat in.", "19811218-9876", id="sv"),
    pytest.param("de", "Ihr Kollege mit der Steuer-ID 86095742719 ist da.", "86095742719", id="de"),
    pytest.param("da", "Din kollega med CPR-nummer 070761-4285 er logget ind.", "070761-4285", id="da"),
    pytest.param("en", "The car AB12 CDE of your neighbour is parked there.", "AB12 CDE", id="plate"),
    pytest.param("de", "Der Platz ist frei, weil Frau Xenia Kolb krank ist.", "Xenia Kolb", id="health"),
    pytest.param("sv", "Platsen är ledig, för Karin Ståhl är sjukskriven.", "Karin Ståhl", id="Swedish health"),
    pytest.param("en", "Ask our engineer Xenia Kolb, 070-123 45 67.", "070-123 45 67", id="phone of a person"),
]


@pytest.mark.parametrize(("language", "draft", "found"), PERSONS)
def test_data_of_others(rules: Rules, language: str, draft: str, found: str) -> None:
    """A number of a person is that person's, and nobody is told to have it confirmed; given, it is none of others."""
    made = rules(draft, language)

    assert ("personal-data", found) in made
    assert {rule for rule, _ in made} & {"ungiven-reference", "ungiven-phone", "ungiven-number"} == set()
    given = rules(draft, language, message=f"{QUESTION[language]} {draft}")
    assert [rule for rule, _ in given if rule.startswith(("personal", "ungiven"))] == []


def test_number_with_and_without_century(rules: Rules) -> None:
    """A Swedish number that the customer gave may be written in its other form."""
    short, long = "811218-9876", "19811218-9876"
    for given, written in ((short, long), (long, short)):
        made = rules(f"Ditt personnummer {written} finns hos oss.", "sv", message=f"Jag har personnummer {given}.")
        assert [rule for rule, _ in made if rule.startswith(("personal", "ungiven"))] == []


def test_phone_without_a_person(rules: Rules) -> None:
    """A phone number with nobody beside it may be the company's: it wants to be given."""
    assert ("ungiven-phone", "070-123 45 67") in rules("Please call us on 070-123 45 67, that is quickest.")


@pytest.mark.parametrize(
    ("link", "why"),
    [
        pytest.param("https://docs.example.com/a?b=c#d", "", id="plain"),
        pytest.param("https://docs.example.com:8443/a", "", id="port"),
        pytest.param("http://docs.example.com", "https", id="http"),
        pytest.param("https://user@example.com/", "@", id="user"),
        pytest.param("https://docs.example.com@evil.example/", "@", id="host before @"),
        pytest.param("https://192.0.2.1/", "number", id="ip"),
        pytest.param("https://3232235777/", "number", id="ip as one number"),
        pytest.param("https://[2001:db8::1]/", "number", id="ip of version 6"),
        pytest.param("https://xn--pple-43d.com/", "characters", id="punycode"),
        pytest.param("https://аpple.com/", "characters", id="cyrillic"),
        pytest.param("https://[::1", "valid", id="broken"),
    ],
)
def test_unsafe_links(link: str, why: str) -> None:
    """A link that may lead elsewhere than it seems is named with the reason."""
    assert why in unsafe(link)
    assert bool(unsafe(link)) == bool(why)


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        pytest.param("Read [our help](https://docs.example.com/a).", False, id="words"),
        pytest.param("Read [docs.example.com](https://docs.example.com/a).", False, id="same host"),
        pytest.param("Read [https://www.docs.example.com/x](https://docs.example.com/a).", False, id="www"),
        pytest.param("Read [docs.example.com](https://evil.example/a).", True, id="other host"),
        pytest.param('Read <a href="https://evil.example/">docs.example.com</a>.', True, id="html"),
        pytest.param("Click javascript:alert(1) now.", True, id="script"),
        pytest.param("Book at 185.40.12.9/thursday now.", True, id="number without a scheme"),
        pytest.param("Version 4.2.11.3 is the newest.", False, id="number of a version"),
        pytest.param("Your data: it is safe. File: report.", False, id="words with a colon"),
    ],
)
def test_links_in_text(rules: Rules, draft: str, found: bool) -> None:
    """Links with a text of their own have to lead where the text says."""
    assert ("unsafe-link" in {rule for rule, _ in rules(draft)}) == found


@pytest.mark.parametrize(
    ("draft", "rule"),
    [
        pytest.param("Hello [First name],", "placeholder", id="brackets"),
        pytest.param("Hello <Name>,", "placeholder", id="angles"),
        pytest.param("Write to [EMAIL_1] please.", "placeholder", id="redacted"),
        pytest.param("Insert ____ here.", "placeholder", id="line"),
        pytest.param("Hello {customer_name},", "placeholder", id="braces"),
        pytest.param("Hello {{ customer.name", "template-syntax", id="unclosed"),
        pytest.param("{% if x %}a{% endif %}", "template-syntax", id="tag"),
        pytest.param("Hello ${name}", "template-syntax", id="dollar"),
        pytest.param("Assistant: hello", "leaked-fence", id="role"),
        pytest.param("<|im_end|>", "leaked-fence", id="token"),
        pytest.param("the QUOTED_TEXT says", "leaked-fence", id="name of a fence"),
        pytest.param("I'm an AI, so I don't know.", "model-talk", id="model"),
        pytest.param(
            "It left today.\n\nKind regards\nNordlys\n\nShall I write a second version without the apology?",
            "model-talk",
            id="below the signature",
        ),
        pytest.param("Say only what the facts support that you are given.", "leaked-instructions", id="prompt"),
    ],
)
def test_leaks(rules: Rules, draft: str, rule: str) -> None:
    """What belongs to the making of a draft is found in it."""
    assert rule in {each for each, _ in rules(f"Hello,\n\n{draft}\n\nWe look forward to hearing from you soon.")}


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param("Read [the manual](https://docs.example.com), it is <b>short</b>.", id="markup"),
        pytest.param("- [x] done\n- [1] see below", id="tick"),
        pytest.param("The tag <br> and 100 % of it.", id="html"),
        pytest.param("System: Windows", id="a label"),
        pytest.param("Kind regards\nCustomer Service\nNordlys Software", id="signature of the prompt"),
    ],
)
def test_no_leaks(rules: Rules, draft: str) -> None:
    """Markup, labels and the signature are no leaks."""
    leaks = {"placeholder", "template-syntax", "leaked-fence", "model-talk", "leaked-instructions"}

    assert leaks.isdisjoint(rule for rule, _ in rules(draft))


@pytest.mark.parametrize("name", ["Jürgen Müßler", "JÃ¼rgen MÃ¼ÃŸler"])
def test_garbled_names_are_given(rules: Rules, name: str) -> None:
    """A draft may greet a garbled name as it was meant, as the reply of tonekit does."""
    draft = "Guten Tag Jürgen Müßler,\n\nIhre Rechnung ist unterwegs."

    assert "ungiven-name" not in {rule for rule, _ in rules(draft, "de", customer={"name": name})}


@pytest.mark.parametrize(
    ("language", "draft", "found"),
    [
        pytest.param("en", "Dear Mr Miller,\n\nthank you.", ["Miller"], id="greeting with title"),
        pytest.param("en", "Hello Vera,\n\nthank you.", [], id="customer"),
        pytest.param("en", "Hello team,\n\nthank you.", [], id="no name"),
        pytest.param("en", "Hello Vera. Sorry about that, we are on it.", [], id="greeting that ends in a full stop"),
        pytest.param("en", "Hello Dr. Miller,\n\nthank you.", ["Miller"], id="full stop of a title"),
        pytest.param("en", "Hello, my colleague Ida Berg's notes say so.", ["Ida Berg's"], id="colleague"),
        pytest.param("en", "Hello, a technician will come. Thank you.", [], id="nobody named"),
        pytest.param("de", "Guten Tag, unser Techniker Termin steht.", [], id="German noun"),
        pytest.param("de", "Guten Tag, Frau Kolb meldet sich bei Ihnen.", ["Kolb"], id="German title"),
        pytest.param("sv", "Hej Vera! Min kollega Ida hör av sig.", ["Ida"], id="one name"),
        pytest.param("de", "Guten Tag Frau Rechtsanwältin Lind,\n\nvielen Dank.", [], id="profession before a name"),
        pytest.param("de", "Guten Tag Frau Richter,\n\nvielen Dank.", ["Richter"], id="name like a profession"),
        pytest.param("nb", "Hei Meier,\n\ntakk for meldingen.", ["Meier"], id="name that ends like a profession"),
    ],
)
def test_names(rules: Rules, language: str, draft: str, found: list[str]) -> None:
    """People are found in greetings, behind titles and behind words for colleagues, unless they are known."""
    made = rules(draft, language, customer={"name": "Vera Lind"})

    assert [text for rule, text in made if rule == "ungiven-name"] == found


@pytest.mark.parametrize(
    ("facts", "draft", "missing"),
    [
        pytest.param(
            {"answer": "The export is fixed."}, "Hello, the export has been fixed for you.", False, id="other words"
        ),
        pytest.param(
            {"answer": "The export is fixed."}, "Hello, thank you for your message about it.", True, id="not said"
        ),
        pytest.param(
            {"answer": "Der Export läuft wieder."},
            "Hello, we have put it right for you.",
            False,
            id="fact in another language",
        ),
        pytest.param(
            {"answer": "See https://docs.example.com/a"}, "Hello, see https://docs.example.com/a/.", False, id="link"
        ),
        pytest.param({"answer": "It costs 20 EUR."}, "Hello, it costs a little.", True, id="amount"),
    ],
)
def test_required_facts(rules: Rules, facts: dict[str, str], draft: str, missing: bool) -> None:
    """What the contract requires has to be said, in whatever words; figures and links as they are."""
    made = rules(draft, facts=facts, message="Hello, does the export work?")

    assert ("missing-fact" in {rule for rule, _ in made}) == missing


LONG_STEP = (
    "Depress the circular button situated on the reverse side of the frame, continuing uninterruptedly until such time "
    "as the display has assumed another colour."
)
WINDING = "First you press, if it is there, the knob that, when you look from behind, is, as it was, on the left side."


@pytest.mark.parametrize(
    ("style", "draft", "rule", "found"),
    [
        pytest.param(UPSET, "We are sorry! Great news! Have fun!", "too-cheerful", True, id="cheer to the upset"),
        pytest.param(UPSET, "We are sorry. Now take it easy, please.", "calm-down", True, id="soothing the upset"),
        pytest.param({}, "Take it easy, nothing can break.", "calm-down", False, id="soothing others"),
        pytest.param({}, "Calm down, nothing can break.", "calm-down", True, id="belittling anybody"),
        pytest.param(
            {"tone": "warm"}, "Grandma is hereby made a member 😂 She wins.", "too-stiff", False, id="played stiffness"
        ),
        pytest.param(
            {"tone": "warm"}, "How lovely 😂 Grandma is hereby made a member.", "too-stiff", True, id="emoji before it"
        ),
        pytest.param(
            {"tone": "warm"}, "Grandma is hereby made a member. How lovely 😂", "too-stiff", True, id="emoji elsewhere"
        ),
        pytest.param(
            UPSET, "Hello!\n\nWe are sorry that you had to wait for us.", "too-cheerful", False, id="greeting may shout"
        ),
        pytest.param(
            {"cheer": True, "tone": "warm"}, "Great news! Have fun! Yay!", "too-cheerful", False, id="cheer to the glad"
        ),
        pytest.param({}, "Hello, that works 😀 as you can see there.", "emoji", True, id="emoji"),
        pytest.param(
            {"emoji": "mirror"}, "Hello, that works 😀 as you can see there.", "emoji", False, id="emoji allowed"
        ),
        pytest.param(
            UPSET, "Hello, your case has been handed to the team.", "missing-acknowledgement", True, id="cold"
        ),
        pytest.param({"jargon": "technical"}, "Don't worry, that's easy.", "hand-holding", True, id="hand-holding"),
        pytest.param({}, "Don't worry, that's easy.", "hand-holding", False, id="no expert"),
        pytest.param({"jargon": "avoid"}, "Flush the cache and restart the proxy.", "jargon", True, id="jargon"),
        pytest.param({"jargon": "avoid"}, "Empty the cache of the printer, please.", "jargon", False, id="one term"),
        pytest.param({"jargon": "avoid"}, "Choose the SSID and wait for DHCP.", "jargon", True, id="abbreviations"),
        pytest.param({"jargon": "avoid"}, "See https://example.com/api/cache.", "jargon", False, id="words of a link"),
        pytest.param({"jargon": "avoid"}, f"1. {LONG_STEP}", "hard-to-read", True, id="hard step"),
        pytest.param({"jargon": "avoid"}, LONG_STEP, "hard-to-read", False, id="as hard, but no step"),
        pytest.param({}, f"- {'so it is ' * 14}.", "hard-to-read", True, id="endless item"),
        pytest.param({}, f"- {'so it is ' * 13}.", "hard-to-read", False, id="long item"),
        pytest.param({}, f"{'so it is ' * 14}.", "hard-to-read", False, id="as long, but no item"),
        pytest.param({"jargon": "avoid"}, WINDING, "hard-to-read", True, id="nested"),
        pytest.param({}, WINDING, "hard-to-read", False, id="nested, to others"),
        pytest.param({"jargon": "avoid"}, f"{'and so on ' * 12}.", "hard-to-read", True, id="endless"),
        pytest.param({"jargon": "avoid"}, f"{'and so on ' * 11}.", "hard-to-read", False, id="long"),
        pytest.param(
            {"jargon": "avoid"}, f"{'so it is ' * 8} for 1,2 and 3,4,5 and 6,7.", "hard-to-read", False, id="figures"
        ),
        pytest.param({}, "The user error was ours. As we already told you.", "blame", True, id="blame"),
        pytest.param(
            {}, "Hereby and pursuant to the said letter, the aforesaid is void.", "too-stiff", True, id="a decree"
        ),
        pytest.param({}, "We hereby confirm the said order for you.", "too-stiff", False, id="two words of an office"),
        pytest.param(
            {"tone": "warm", "empathy": "condole"},
            "Hiya mate, that is sad.",
            "too-casual",
            True,
            id="slang to mourners",
        ),
        pytest.param({"tone": "warm"}, "Hiya mate, that is sad.", "too-casual", False, id="slang among friends"),
        pytest.param({}, "word " * 130, "wall-of-text", True, id="wall of text"),
    ],
)
def test_manner(rules: Rules, style: dict[str, object], draft: str, rule: str, found: bool) -> None:
    """Tone and level are held against the style that was chosen."""
    assert (rule in {each for each, _ in rules(draft, style=style)}) == found


@pytest.mark.parametrize(
    ("style", "severity"),
    [
        pytest.param({}, "warning", id="professional"),
        pytest.param({"tone": "friendly"}, "note", id="friendly"),
        pytest.param({"tone": "friendly", **UPSET}, "warning", id="friendly to the upset"),
    ],
)
def test_emoji_among_friends(
    toolkit: ToneKit, answer: Callable[..., Result], style: dict[str, object], severity: str
) -> None:
    """An emoji that the style allows none of is a matter of taste where the tone is easy and nobody is upset."""
    result = answer(QUESTION["en"], style=style)
    found = toolkit.check("Hello, sorry for that, it works 😀 as you can see there.", result)

    assert [each.severity for each in found if each.rule == "emoji"] == [severity]


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        pytest.param(
            "Attach the log file, then reproduce the crash on the staging host and send the heap profile.",
            True,
            id="expert",
        ),
        pytest.param("Please send us the log file. We look at it at once.", False, id="plain"),
    ],
)
def test_one_term_among_experts(rules: Rules, draft: str, found: bool) -> None:
    """One technical term is jargon where the whole draft reads as an expert's."""
    assert ("jargon" in {each for each, _ in rules(draft, style={"jargon": "avoid"})}) is found


@pytest.mark.parametrize("language", list(QUESTION))
def test_draft_in_another_language(rules: Rules, language: str) -> None:
    """A draft in another language has that finding, and none on missing words of the right one."""
    other = "de" if language != "de" else "en"
    draft = {
        "de": "Guten Tag, vielen Dank für Ihre Nachricht. Wir haben die Bestellung heute an Sie verschickt.",
        "en": "Hello, thank you very much for your message. We have sent the order to you today.",
    }[other]
    found = {rule for rule, _ in rules(draft, language, style=UPSET)}

    assert "wrong-language" in found
    assert "missing-acknowledgement" not in found


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        pytest.param("1. Open the page.\n2. Click Save.", False, id="list"),
        pytest.param("First open the page. Then click Save; we send you a mail after that.", False, id="in order"),
        pytest.param("You open the page and click Save, then we send you a mail about it.", True, id="in a sentence"),
    ],
)
def test_steps(rules: Rules, draft: str, found: bool) -> None:
    """Where the style asks for steps they stand as a list, or are told one after the other."""
    facts = {"answer.summary": "It can be saved.", "answer.steps": ["Open the page.", "Click Save."]}
    said = rules(f"Hello,\n\nit can be saved.\n\n{draft}\n\nKind regards", style={"structure": "steps"}, facts=facts)

    assert ("missing-steps" in {rule for rule, _ in said}) is found


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param("Sawubona, i-oda lakho lithunyelwe namuhla futhi lizofika ngesonto elizayo.", id="zu"),
        pytest.param("Kia ora, kua tukuna tō ota i tēnei rā, ā, ka tae mai a tērā wiki.", id="mi"),
    ],
)
def test_a_draft_in_a_language_that_nobody_has_listed(toolkit: ToneKit, draft: str) -> None:
    """Which language it is nobody can say; that it is not that of the reply can be said."""
    result = toolkit.personalize("Hello, where is my parcel? I ordered it three weeks ago.")
    found = toolkit.check(draft, result)

    assert [(each.severity, each.message) for each in found if each.rule == "wrong-language"] == [
        ("warning", "The draft is in a language that nobody has listed, the reply has to be in 'en'.")
    ]


@pytest.mark.parametrize(
    ("draft", "language"),
    [
        pytest.param("Xin chào, đơn hàng của bạn đã được gửi và sẽ đến vào tuần sau. Cảm ơn bạn.", "vi", id="vi"),
        pytest.param("Dia duit, seoladh d'ordú inniu agus sroichfidh sé an tseachtain seo chugainn.", "ga", id="ga"),
    ],
)
def test_a_draft_in_a_listed_language_without_a_pack(toolkit: ToneKit, draft: str, language: str) -> None:
    """A language that is only known by its small words is named."""
    result = toolkit.personalize("Hello, where is my parcel? I ordered it three weeks ago.")
    found = toolkit.check(draft, result)

    assert [(each.severity, each.message) for each in found if each.rule == "wrong-language"] == [
        ("error", f"The draft is in '{language}', the reply has to be in 'en'.")
    ]


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        pytest.param("We need XX weeks for it.", ["XX"], id="two letters"),
        pytest.param("Tak for mailen af (indsæt dato).", ["(indsæt dato)"], id="Danish aside"),
        pytest.param("Ihr Termin: (Datum bitte einfügen)", ["(Datum bitte einfügen)"], id="German aside"),
        pytest.param("You wrote […] to us.", ["[…]"], id="dots"),
        pytest.param("Åååå, så fin! Klar i ÅÅÅÅ.", ["ÅÅÅÅ"], id="cry of delight"),
        pytest.param("am TT.MM.JJJJ bei Ihnen", ["TT.MM.JJJJ"], id="form of a date"),
        pytest.param("Press the button (insert the card first).", [], id="instruction"),
        pytest.param("Size XXL, see [the list](https://example.com).", [], id="size and link"),
    ],
)
def test_what_is_left_open(rules: Rules, draft: str, found: list[str]) -> None:
    """What somebody has still to write is found in its place; a size, a link and an instruction are none."""
    assert [text for rule, text in rules(draft) if rule == "placeholder"] == found


@pytest.mark.parametrize(
    ("draft", "missing"),
    [
        pytest.param("Schritt 1: Kunden öffnen.\nSchritt 2: Exportieren.", False, id="named steps"),
        pytest.param("1\ufe0f\u20e3 Kunden öffnen.\n2\ufe0f\u20e3 Exportieren.", False, id="keycaps"),
        pytest.param("Bitte 1) Kunden öffnen, 2) Exportieren.", False, id="in a sentence"),
        pytest.param("Kunden öffnen und Exportieren wählen.", True, id="no order"),
    ],
)
def test_steps_are_counted_in_many_ways(rules: Rules, draft: str, missing: bool) -> None:
    """Steps may be named, counted in a sentence, or stand behind signs."""
    facts = {"answer": {"summary": "So geht es.", "steps": ["Kunden öffnen.", "Exportieren wählen."]}}
    found = rules(draft, "de", style={"structure": "steps"}, facts=facts)

    assert ("missing-steps" in [rule for rule, _ in found]) is missing


def test_lookalike_host_is_unsafe(rules: Rules) -> None:
    """A link to a host that differs from the given one by a letter is not safe, besides being unknown."""
    facts = {"answer.links": [{"url": "https://hausgut.example/a", "text": "A"}]}
    found = rules("You see it at https://hausgvt.example/a today.", facts=facts)

    assert {"unsafe-link", "ungiven-link"} <= {rule for rule, _ in found}


def test_address_of_a_known_colleague_is_made_up(rules: Rules) -> None:
    """The address of somebody who was named is not given; that of a stranger is somebody's personal data."""
    facts = {"handover.to": "Beate Krumm"}
    draft = "Write to beate.krumm@firma.example or karl.zander@firma.example, please."

    assert [each for each in rules(draft, facts=facts) if "mail" in each[0] or "personal" in each[0]] == [
        ("ungiven-mail", "beate.krumm@firma.example"),
        ("personal-data", "karl.zander@firma.example"),
    ]


def test_holiday_beside_a_given_date(rules: Rules) -> None:
    """A holiday that explains a given date in the same sentence promises nothing more; alone it does."""
    facts, found = {"status.expected": "2026-12-18"}, ("ungiven-date", "before Christmas")

    assert found not in rules("It comes on 18 December, so before Christmas.", facts=facts)
    assert found in rules("It comes on 18 December. Paid before Christmas.", facts=facts)


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        pytest.param("Hello,\n\nwe are looking into it for you, reference R-5520.\n\nKind regards", True, id="nothing"),
        pytest.param(
            "Hello,\n\nthe parcel is found and comes on 8 December.\n\nRegards, R-5520", False, id="all of it"
        ),
    ],
)
def test_curt_answers(rules: Rules, draft: str, found: bool) -> None:
    """A few words are too short where they leave out what was given, and enough where they say it."""
    facts = {"answer.summary": "The parcel is found.", "status.expected": "2026-12-08", "status.reference": "R-5520"}

    assert ("too-short" in {rule for rule, _ in rules(draft, facts=facts)}) is found


def test_figures_that_the_reply_cannot_print(toolkit: ToneKit) -> None:
    """An amount of a fact that the contract of the reply does not take is a warning where it is left out."""
    facts = {"redress.measure": "We put up the blinds again.", "answer.summary": "The new plugs cost 60 EUR."}
    result = toolkit.personalize("The blinds fell off the wall, what will you do?", facts=facts)
    found = toolkit.check("Hello,\n\nwe put up the blinds again, with the new plugs.\n\nKind regards", result)

    assert result.material is not None
    assert result.material.untaken == {"answer.summary"}
    assert [each.severity for each in found if each.rule == "missing-fact"] == ["warning"]


@pytest.mark.parametrize("draft", ["", " \n\t", "...", "👍", "\u200b", "---"])
def test_a_draft_without_words_is_an_error(toolkit: ToneKit, answer: Callable[..., Result], draft: str) -> None:
    """What a model returns that has nothing to say must not go out as an answer."""
    found = toolkit.check(draft, answer(QUESTION["en"], language="en"))

    assert [each.rule for each in found if each.severity == "error"] == ["empty"]
    assert "too-short" not in [each.rule for each in found]


def test_link_is_one_word(rules: Rules) -> None:
    """A draft of few words is too short, however many parts its link has."""
    assert "too-short" in [rule for rule, _ in rules("Hi, see https://help.example.com/a/b/c/d/e/f")]
