"""The language is told from the sender's own words, and where it cannot be told this is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.language_names import language_code
from tonekit.languages.loading import available_languages, load_language_file
from tonekit.reading.language.recognition import LanguageReader

READER = LanguageReader({code: load_language_file(code) for code in available_languages()})


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("The printer in the office does not work any more.", "en", id="en"),
        pytest.param("Der Drucker im Büro geht seit gestern nicht mehr.", "de", id="de"),
        pytest.param("Skrivaren på kontoret fungerar inte längre.", "sv", id="sv"),
        pytest.param("Skriveren på kontoret virker ikke lenger etter oppdateringen.", "nb", id="nb"),
        pytest.param("Printeren på kontoret virker ikke længere efter opdateringen.", "da", id="da"),
        pytest.param("Eg veit ikkje korleis eg skal gjere dette.", "nb", id="nynorsk"),
        pytest.param("PRINTER IS BROKEN AND NOBODY HELPS ME", "en", id="capitals"),
        pytest.param("Bonjour, je n'arrive pas à me connecter à mon compte, merci.", "fr", id="fr"),
        pytest.param("Goedemiddag, waar blijft mijn bestelling? Ik wacht al drie weken.", "nl", id="nl"),
        pytest.param("Hyvää päivää, missä tilaukseni viipyy? Olen odottanut kolme viikkoa.", "fi", id="fi"),
        pytest.param("Merhaba, siparişim üç gündür gelmedi, lütfen yardım eder misiniz?", "tr", id="tr"),
        pytest.param("Witam, gdzie jest moja paczka? Czekam już trzy tygodnie.", "pl", id="pl"),
        pytest.param("Jó napot, a csomagom három hete nem érkezett meg, kérem segítsenek.", "hu", id="hu"),
        pytest.param("Bună ziua, comanda mea nu a ajuns de două săptămâni, vă rog să mă ajutați.", "ro", id="ro"),
        pytest.param("Dobrý den, kde je moje objednávka? Čekám už tři týdny.", "cs", id="cs"),
        pytest.param("Góðan daginn, hvar er pöntunin mín? Ég hef beðið í þrjár vikur.", "is", id="is"),
        pytest.param("Bonjour, ma machine à laver fuit depuis hier et personne ne répond au téléphone.", "fr", id="fr"),
        pytest.param("Hola, mi lavadora pierde agua desde ayer. ¿Qué hago?", "es", id="es"),
        pytest.param("Buongiorno, la mia lavatrice perde acqua da ieri.", "it", id="it"),
        pytest.param("Olá, a minha máquina de lavar está a perder água desde ontem.", "pt", id="pt"),
        pytest.param("Hola, no puedo entrar en mi cuenta, gracias por la ayuda.", "es", id="es"),
        pytest.param("プリンターが動きません。助けてください。", "ja", id="ja"),
        pytest.param("الطابعة لا تعمل منذ أمس", "ar", id="ar"),
        pytest.param("Принтер не работает", "ru", id="ru"),
    ],
)
def test_language(text: str, language: str) -> None:
    """A sentence is enough to tell our languages from each other and from foreign ones."""
    assert READER.read(text).label == language


@pytest.mark.parametrize("text", ["", "   ", "123 456", "😊😊", "!!!", "-- 12:30 --"])
def test_undetermined(text: str) -> None:
    """A text without letters is `und`, without an exception."""
    verdict = READER.read(text)

    assert (verdict.label, verdict.method, verdict.confidence) == ("und", "none", 0.0)


def test_danish_or_norwegian_is_an_answer() -> None:
    """Where the words are the same in both, both are named."""
    verdict = READER.read("Hvad koster det?")
    either = READER.read("Det virker ikke")

    assert verdict.label == "da"
    assert {either.label, *either.alternatives} == {"da", "nb"}


@pytest.mark.parametrize(("locale", "label"), [("nb-NO", "nb"), ("no", "nb"), ("da_DK", "da")])
def test_locale_decides_what_is_open(locale: str, label: str) -> None:
    """A locale given from outside decides between twins, and never against the text."""
    assert READER.read("Det virker ikke", locale=locale).label == label
    assert READER.read("Der Drucker geht seit gestern nicht mehr", locale=locale).label == "de"
    assert READER.read("😊", locale=locale).label == label


@pytest.mark.parametrize(
    ("locale", "code"),
    [
        *(("de-AT", "de"), ("no", "nb"), ("nn_NO", "nb"), ("EN", "en"), ("fi", "fi")),
        *(("dk", "da"), ("se", "sv"), ("SE", "sv"), ("xx", None), ("und", None), ("", None), (None, None)),
        *(("de_DE.UTF-8", "de"), ("de.UTF-8", "de"), ("sv@euro", "sv"), ("da,en;q=0.8", "da"), (" de ", "de")),
        *(("deu", "de"), ("ger", "de"), ("nob", "nb"), ("German", "de"), ("norwegian", "nb"), ("FRENCH", "fr")),
        *(("English (US)", "en"), ("Norwegian Bokmål", "nb"), ("Deutsch", None), ("C", None), ("POSIX", None)),
    ],
)
def test_language_code(locale: str | None, code: str | None) -> None:
    """Regions go, Norwegian is one language, a country stands for its language, and what is none is left out."""
    assert language_code(locale) == code


@pytest.mark.parametrize(
    ("text", "unsure"), [("Hola", True), ("ok", True), ("Det virker ikke", False), ("Danke", False)]
)
def test_open_language(text: str, unsure: bool) -> None:
    """Too little to tell is unsure; one of two twins is an answer."""
    assert READER.read(text).unsure == unsure


@pytest.mark.parametrize("text", ["asdfgh", "qwertyuiop", "xxxxxxxx", "hhhhhhhhh zzzzzzzz", "a" * 100_000])
def test_what_fingers_type_at_random_is_no_language(text: str) -> None:
    """No language is sure of letters that make no word, so nobody is answered in Danish for leaning on a key."""
    assert READER.read(text).unsure
    assert READER.read(text, locale="de").label == "de"


@pytest.mark.parametrize(
    "text", ["Rechnung", "Hjälp", "faktura", "invoice", "passwort vergessen", "skrivare", "oppsigelse"]
)
def test_a_single_word_is_enough(text: str) -> None:
    """A word that there is tells its language by itself."""
    assert not READER.read(text).unsure


@pytest.mark.parametrize(("text", "label"), [("ok", "sv"), ("Tack", "sv"), ("👍", "sv"), ("Printer is broken", "en")])
def test_hint_decides_what_is_open(text: str, label: str) -> None:
    """A language known before is taken where the text hardly tells, and no hint is needed where it does."""
    hinted = READER.read(text, locale="sv")

    assert (hinted.label, hinted.unsure) == (label, False)


@pytest.mark.parametrize(
    ("text", "locale", "is_open"),
    [
        ("Hvor er pakken min?", None, True),
        ("Hvor er pakken min?", "nb", False),
        ("Hva koster det?", None, False),
        # Norwegian and Danish, which are read as Swedish by a hair.
        *[
            (text, None, True)
            for text in ("Maskinen har stoppet", "Bra jobba!", "Maskinen er stoppet", "Ny faktura tak")
        ],
        ("Maskinen har stoppet", "sv", False),
        ("Ja", "da", False),
        ("Ja", "nb-NO", False),
        ("Ja", None, True),
        ("Maskinen har stoppet", "en", True),
        ("Var är mitt paket?", None, False),
        ("Skrivaren fungerar inte", None, False),
        ("Tak for hjælpen", None, False),
    ],
)
def test_what_leaves_the_language_of_the_answer_open(text: str, locale: str | None, is_open: bool) -> None:
    """What hardly tells its language does, and what may as well be in either of two twins; a locale settles both."""
    verdict = READER.read(text, locale=locale)

    assert READER.leaves_open(verdict, ["da", "nb", "sv"], locale=locale) == is_open


@pytest.mark.parametrize(("text", "is_open"), [("Hvor er pakken min?", False), ("Super Service!", True)])
def test_a_twin_that_nobody_answers_in(text: str, is_open: bool) -> None:
    """Where only one of the twins is answered in, it does not matter which it is, but that it is one of the two."""
    assert READER.leaves_open(READER.read(text), ["da", "de"]) == is_open


def test_a_locale_that_the_text_rules_out() -> None:
    """What hardly tells its language is not read in one that it cannot be in: browsers say English of many."""
    assert READER.read("Maskinen har stoppet", locale="en").label == "sv"


@given(st.text(max_size=100))
def test_any_text_has_an_answer(text: str) -> None:
    """Any text gets a language or `und`, the same each time."""
    verdict = READER.read(text)

    assert 0 <= verdict.confidence <= 1
    assert verdict == READER.read(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Đơn hàng của tôi ở đâu? Tôi đã chờ ba tuần rồi.", id="vi"),
        pytest.param("Kur ir mana paka? Gaidu jau trīs nedēļas.", id="lv"),
        pytest.param("Kur yra mano siunta? Laukiu jau tris savaites.", id="lt"),
        pytest.param("Kus on minu pakk? Olen oodanud juba kolm nädalat.", id="et"),
        pytest.param("Kje je moj paket? Čakam že tri tedne.", id="sl"),
        pytest.param("Gdje je moj paket? Čekam već tri tjedna.", id="hr"),
        pytest.param("Ku është pakoja ime? Po pres prej tri javësh.", id="sq"),
        pytest.param("Fejn hu l-pakkett tiegħi? Ilni nistenna tliet ġimgħat.", id="mt"),
        pytest.param("On és el meu paquet? Fa tres setmanes que espero.", id="ca"),
        pytest.param("Hvar er pakkin hjá mær? Eg havi bíðað í tríggjar vikur.", id="fo"),
        pytest.param("Cá bhfuil mo bheartán? Táim ag fanacht le trí seachtaine.", id="ga"),
        pytest.param("Bore da, nid yw fy archeb wedi cyrraedd eto. Helpwch fi os gwelwch yn dda.", id="cy"),
        pytest.param("Egun on, nire eskaera ez da oraindik iritsi. Lagundu mesedez.", id="eu"),
        pytest.param("Selamat siang, pesanan saya belum sampai. Tolong bantu saya.", id="id"),
        pytest.param("Habari, agizo langu bado halijafika. Tafadhali nisaidie.", id="sw"),
        pytest.param("Postovani, moja narudzba jos nije stigla. Molim vas pomozite mi.", id="hr-without-accents"),
        pytest.param("Bures, in leat vuos ožžon iežan báhka. Sáhttibehtet go veahkehit mu?", id="se"),
    ],
)
@pytest.mark.parametrize("locale", [None, "en"])
def test_a_language_that_nobody_has_listed(text: str, locale: str | None) -> None:
    """What is in none of our languages is never taken for one of them with certainty, whatever the account says."""
    verdict = READER.read(text, locale=locale)

    assert verdict.unsure or verdict.label not in available_languages()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Hej, mit navn er Łukasz Wójcik, og min pakke er ikke kommet.", "da", id="polish-name"),
        pytest.param("Nguyễn Văn Đức her, jeg venter fortsatt på pakken min.", "nb", id="vietnamese-name"),
        pytest.param("Where is the piñata that I ordered for Señor Muñoz?", "en", id="loan-words"),
        pytest.param("Ich möchte das Smörgåsbord für zwölf Personen bestellen.", "de", id="swedish-word"),
        pytest.param("Beställde en crème brûlée-brännare, den tänder inte.", "sv", id="french-word"),
        pytest.param("Servus, i hob mei Packerl no ned kriagt.", "de", id="dialect"),
        pytest.param("kube-apiserver oom looping, etcd db over quota, deploys frozen", "en", id="terms"),
        pytest.param("Vare nr. 4711-B, 3 stk., Ø60, pris og leveringstid?", "da", id="list-of-parts"),
        pytest.param("Mit freunlichen rGüßen Wilhelmmine Kuhnt", "de", id="typing-errors"),
        pytest.param("MTI FREUNDLICEHN GRUSSEN GUDRNU LENTZ", "de", id="typing-errors-in-capitals"),
        pytest.param("Maalt 4,1 bar paa trykkside, foeler 10 kOhm ved 25 grader.", "nb", id="letters-in-two"),
        pytest.param("Kvarngatan 8 B, 582 24 Linköping, portkod 4321, ring Folke", "sv", id="postal-address"),
        pytest.param("Hello, this is Siobhán Ní Bhriain from Dún Laoghaire.", "en", id="irish-names"),
        pytest.param("Hej, jag heter Siobhán Ní Bhriain och bor i Dún Laoghaire.", "sv", id="irish-names-in-swedish"),
    ],
)
def test_names_and_loan_words_leave_the_language(text: str, language: str) -> None:
    """Names, loan words, dialect and technical terms with letters from elsewhere raise no doubt of the language."""
    verdict = READER.read(text)

    assert (language in (verdict.label, *verdict.alternatives), verdict.unsure) == (True, False)


def test_a_conversation_goes_on_in_its_language() -> None:
    """What reads most like the language of the earlier turns is in it, however strange its words."""
    names = "Muhammad Abdulrahman Al-Qahtani, Riyadh, order 55321 status?"
    latvian = "Kur ir mana paka? Gaidu jau trīs nedēļas."

    assert READER.read(names).unsure
    assert not READER.read(names, before=lambda: "en").unsure
    assert READER.read(names, before=lambda: "sv").unsure
    assert READER.read(latvian, before=lambda: "en").label == "lv"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param(
            "Translated from Polish:\nGood morning, where is my parcel? I have been waiting for three weeks.\n\n"
            "Original:\nDzień dobry, gdzie jest moja paczka? Czekam już trzy tygodnie.",
            "en",
            id="translation-first",
        ),
        pytest.param(
            "Merhaba, siparişim üç gündür gelmedi, lütfen yardım eder misiniz?\n\n"
            "Guten Tag, meine Bestellung ist nicht angekommen, können Sie mir helfen?",
            "de",
            id="translation-last",
        ),
    ],
)
def test_two_versions_of_a_message(text: str, label: str) -> None:
    """Of a message in two languages the version is read that is in one of ours."""
    verdict = READER.read(text)

    assert (verdict.label, verdict.unsure) == (label, False)


def test_thanks_are_no_version() -> None:
    """A phrase of courtesy in one of our languages below a text in another one makes nothing certain."""
    text = "Dzień dobry, gdzie jest moja paczka? Czekam już trzy tygodnie i nikt nie odpowiada."
    verdict = READER.read(f"{text}\n\nThank you very much!")

    assert verdict.unsure or verdict.label == "pl"
