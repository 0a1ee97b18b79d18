"""Zones: what is the sender's own and what stands around it, in five languages, and what holds for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tonekit.analysis import Zone
from tonekit.languages.loading import available_languages, load_mail_file
from tonekit.languages.pack import MailFile
from tonekit.reading.zones.splitting import ZoneSplitter

_MAIL: dict[str, dict[str, object]] = {
    "en": {
        "greetings": {
            "formal": ["dear (sir or madam|mr|ms)", "dear", "to whom it may concern"],
            "neutral": ["hello", "hi", "good morning"],
            "casual": ["hey"],
        },
        "closings": {
            "formal": ["yours (faithfully|sincerely)"],
            "neutral": ["[kind] regards", "best", "all the best"],
            "casual": ["cheers", "love", "take care"],
        },
        "quote_headers": ["on * wrote:", "begin forwarded message:", "in reply to *"],
        "original_message": ["original message", "forwarded message"],
        "header_fields": {
            "from": ["from"],
            "sent": ["sent", "date"],
            "to": ["to"],
            "cc": ["cc"],
            "subject": ["subject"],
        },
        "device_signatures": ["sent from my *", "get the * app"],
        "legal_footers": [
            "this e-mail (is|and any attachments)",
            "intended (only for|recipient)",
            "if you are not the",
            "please consider the environment",
            "registered office",
            "company number",
            "please delete",
            "in error",
            "gdpr",
            "no liability",
            "confidential",
        ],
    },
    "de": {
        "greetings": {
            "formal": ["sehr geehrte damen und herren", "sehr geehrte{,r}"],
            "neutral": ["guten (tag|morgen)", "liebe{,r,s}"],
            "casual": ["hallo", "moin", "servus"],
        },
        "closings": {
            "formal": ["mit freundlichen grüßen", "hochachtungsvoll"],
            "neutral": ["(viele|beste|schöne) grüße", "mfg", "vg", "gruß"],
            "casual": ["lg", "liebe grüße", "ciao"],
        },
        "quote_headers": ["am * schrieb *:"],
        "original_message": ["ursprüngliche nachricht", "weitergeleitete nachricht"],
        "header_fields": {
            "from": ["von"],
            "sent": ["gesendet", "datum"],
            "to": ["an"],
            "cc": ["cc"],
            "subject": ["betreff"],
        },
        "device_signatures": ["von meinem * gesendet", "gesendet mit *"],
        "legal_footers": [
            "diese e-mail (enthält vertrauliche|ist nur für)",
            "nicht der richtige adressat",
            "irrtümlich erhalten",
            "sitz der gesellschaft",
            "registergericht",
            "geschäftsführer",
            "amtsgericht",
        ],
    },
    "sv": {
        "greetings": {"formal": ["bäst{a,e}"], "neutral": ["hej [igen]", "god morgon"], "casual": ["hejsan", "tjena"]},
        "closings": {
            "formal": ["med vänlig{,a} hälsning{,ar}", "högaktningsfullt"],
            "neutral": ["mvh", "[vänliga] hälsningar"],
            "casual": ["kram", "hej då", "ha det"],
        },
        "quote_headers": ["den * skrev *:", "* skrev den *:"],
        "original_message": ["ursprungligt meddelande"],
        "header_fields": {"from": ["från"], "sent": ["skickat"], "to": ["till"], "cc": ["kopia"], "subject": ["ämne"]},
        "device_signatures": ["skickat från min *"],
        "legal_footers": [
            "detta (meddelande|mejl) kan innehålla konfidentiell information",
            "om du inte är rätt mottagare",
        ],
    },
    "nb": {
        "greetings": {"formal": ["kjære"], "neutral": ["hei", "god dag"], "casual": ["heisann", "hallo"]},
        "closings": {
            "formal": ["med vennlig hilsen"],
            "neutral": ["mvh", "[vennlig] hilsen"],
            "casual": ["klem", "snakkes"],
        },
        "quote_headers": ["den * skrev *:"],
        "original_message": ["opprinnelig melding"],
        "header_fields": {"from": ["fra"], "sent": ["sendt"], "to": ["til"], "cc": ["kopi"], "subject": ["emne"]},
        "device_signatures": ["sendt fra min *"],
        "legal_footers": ["denne e-posten (er|inneholder) (konfidensiell|fortrolig)", "ikke rette mottaker"],
    },
    "da": {
        "greetings": {"formal": ["kære"], "neutral": ["hej", "goddag"], "casual": ["hejsa"]},
        "closings": {
            "formal": ["med venlig hilsen"],
            "neutral": ["[venlig] hilsen", "vh", "mange hilsner"],
            "casual": ["kh", "knus"],
        },
        "quote_headers": ["den * skrev *:"],
        "original_message": ["oprindelig meddelelse"],
        "header_fields": {"from": ["fra"], "sent": ["sendt"], "to": ["til"], "cc": ["cc"], "subject": ["emne"]},
        "device_signatures": ["sendt fra min *"],
        "legal_footers": ["denne (e-mail|mail) (er|indeholder) fortrolig{,e}", "ikke er rette modtager"],
    },
}

SPLITTER = ZoneSplitter({code: MailFile.model_validate(mail) for code, mail in _MAIL.items()})

_PYTHON_TRACE = """Traceback (most recent call last):
  File "/srv/app/jobs/export.py", line 88, in run
    rows = list(fetch(cursor))
           ^^^^^^^^^^^^^^^^^^
  File "/srv/app/jobs/fetch.py", line 12, in fetch
    raise StaleCursor(cursor.name)
app.errors.StaleCursor: cursor c_4 is gone
"""
_JAVA_TRACE = """Exception in thread "main" java.lang.IllegalStateException: queue is closed
    at no.fjord.Queue.push(Queue.java:41)
    at no.fjord.Worker$Loop.run(Worker.java:7)
Caused by: java.io.IOException: disk full
    ... 12 more
"""
_JS_TRACE = """Uncaught TypeError: cart.items is undefined
    at renderCart (https://shop.example/app.js:210:14)
    at async Promise.all (index 0)
    at /srv/web/main.js:9:3
"""
_NET_TRACE = """System.NullReferenceException: Object reference not set to an instance of an object.
   bei Lager.Bestand.Lesen(String nummer) in C:\\src\\Bestand.cs:Zeile 30
   bei Lager.Start.Main()
--- End of inner exception stack trace ---
"""
_GO_TRACE = """panic: runtime error: index out of range [3] with length 3
goroutine 1 [running]:
main.main()
\t/home/k/main.go:14 +0x1d
"""
_LOG = """2024-02-11 03:14:15,926 WARN  pool-2 retrying in 5 s
2024-02-11 03:14:20,112 ERROR pool-2 gave up
"""
_LEGAL = (
    "This e-mail and any attachments are confidential and intended only for the addressee. If you are not the\n"
    "intended recipient, please delete it and tell the sender. No liability is accepted for any damage. Thank you.\n"
)

Parts = list[tuple[str, str]]

_GREETINGS: dict[str, Parts] = {
    "inline after an exclamation mark": [
        ("greeting", "Hejsan! "),
        ("body", "Vi behöver hjälp med fakturan. Kan ni ringa?"),
    ],
    "with a name, inline": [("greeting", "Hi Anna, "), ("body", "I have lost my card.")],
    "on its own line": [("greeting", "Hei Per\n\n"), ("body", "Ordren er ikke kommet ennå.")],
    "without punctuation": [("greeting", "Hey "), ("body", "can you help me with the router")],
    "before a capital without punctuation": [("greeting", "Hallo "), ("body", "Ich habe Probleme mit der Rechnung")],
    "before a sentence that only seems a name": [
        ("greeting", "Hello, "),
        ("body", "world is what my printer prints, nothing else."),
    ],
    "title with a full stop": [("greeting", "Kære hr. Winther\n"), ("body", "Regningen er forkert.")],
    "abbreviated title before a comma": [
        ("greeting", "Dear Mr. O'Neil, "),
        ("body", "the lift is stuck again."),
    ],
    "full stop behind the name": [("greeting", "Hej Bo. "), ("body", "Jag undrar, om ni har öppet.")],
    "two people": [("greeting", "Hei Kari og Per,\n"), ("body", "kan dere se på dette?")],
    "two greetings": [
        ("greeting", "Sehr geehrte Frau Holm, sehr geehrter Herr Berg,\n\n"),
        ("body", "der Aufzug steht seit Montag."),
    ],
    "greeting word inside the second name": [
        ("greeting", "Liebe Frau Holm und lieber Herr Berg,\n"),
        ("body", "es regnet herein."),
    ],
    "lower case": [("greeting", "hej alla,\n"), ("body", "när öppnar ni?")],
    "team in lower case adjective": [("greeting", "Hallo liebes Team,\n"), ("body", "wo ist mein Paket?")],
    "dash behind it": [("greeting", "Hi Tom - "), ("body", "the gate is open and nobody is here.")],
    "smiley behind it": [("greeting", "Hejsa "), ("body", ":) hvornår åbner I?")],
    "below a reference line": [
        ("body", "Kundennummer 4711\n\n"),
        ("greeting", "Sehr geehrte Damen und Herren,\n\n"),
        ("body", "bitte senden Sie mir eine Kopie."),
    ],
    "emoji before it": [("greeting", "👋 Hei! "), ("body", "Lurer på en ting.")],
    "two small words before a dash": [("greeting", "Hey "), ("body", "quick one - when do you open?")],
    "nothing but a greeting": [("greeting", "Hallo")],
    "formal word that opens a sentence": [("body", "Bästa sättet att nå er är väl telefon?")],
    "word that begins like one": [("body", "Hi-fi anlegget mitt er dødt.")],
    "greeting word deep in the text": [("body", "My neighbour said hello to the driver, who left.")],
    "short demand is no name": [("greeting", "Hey "), ("body", "help!")],
}

_ENDINGS: dict[str, Parts] = {
    "closing, name, title": [
        ("body", "Heizung kalt seit gestern.\n\n"),
        ("closing", "Mit freundlichen Grüßen\n"),
        ("signature", "Karin Vogt\nHausverwaltung Vogt & Söhne\nTel. 0911 4455667\nwww.vogt.example"),
    ],
    "inline with a name": [("body", "Kan ni ringa mig? "), ("closing", "Mvh Anna")],
    "inline behind an emoji": [("body", "Det hade varit toppen 😊 "), ("closing", "Hälsningar Anna")],
    "name behind a comma": [("body", "Please call.\n\n"), ("closing", "Kind regards, Tom Hale")],
    "name in lower case": [("body", "når kommer pakken?\n\n"), ("closing", "mvh kari")],
    "title behind the name": [("body", "Kan I sende den igen?\n\n"), ("closing", "Kh Trine, marketing")],
    "two closings": [
        ("body", "Bitte um Rückruf.\n"),
        ("closing", "Viele Grüße / Kind regards\n"),
        ("signature", "Jan Petersen"),
    ],
    "place in the closing": [
        ("body", "Wann kommt ihr?\n"),
        ("closing", "Liebe Grüße aus Wien\n"),
        ("signature", "Eva"),
    ],
    "postscript is body": [
        ("body", "Bitte ändern Sie die Adresse.\n\n"),
        ("closing", "Viele Grüße\n"),
        ("signature", "Max Lind\n\n"),
        ("body", "PS: Die Rechnung bitte auch."),
    ],
    "afterthought is body": [
        ("body", "Kan ni ringa?\n\n"),
        ("closing", "Mvh\n"),
        ("signature", "Anna\n\n"),
        ("body", "Glömde säga att jag bara kan på förmiddagen, annars jobbar jag."),
    ],
    "slogan below contacts is signature": [
        ("body", "The crane is down.\n\n"),
        ("closing", "Regards\n"),
        (
            "signature",
            "Lee Moss\nTel +44 1632 960 222\n\nVisit us at the spring fair in Leeds, we would love to see you!",
        ),
    ],
    "standard delimiter": [
        ("body", "Printeren står igjen.\n"),
        ("signature", "-- \nOla Dahl\nDriftsleder, Vik Sag AS"),
    ],
    "device signature": [("body", "Wo bleibt der Techniker?\n\n"), ("footer", "Von meinem iPhone gesendet")],
    "device signature below a closing": [
        ("body", "Haster ikke.\n\n"),
        ("closing", "Hilsen Liv\n\n"),
        ("footer", "Sendt fra min iPhone"),
    ],
    "slash before the name": [("body", "Larmet går hela tiden.\n\n"), ("signature", "/Jocke")],
    "dash before the name": [("body", "No water on floor two.\n"), ("signature", "- Tom")],
    "thanks are no closing": [("body", "Can you call me?\n\nThanks,\n"), ("signature", "Tom")],
    "name with contacts": [
        ("body", "Die Tür klemmt, bitte kommen Sie vorbei.\n\n"),
        ("signature", "Uwe Brandt\nTel. 0171 5556677"),
    ],
    "signature in one line": [
        ("body", "The bill is wrong again.\n\n"),
        ("signature", "Jane Moss | Head of Facilities | Moss & Lee Ltd | +44 1632 960 222 | www.moss.example"),
    ],
    "love at the start of a sentence": [("body", "Got the new phone. Love it!")],
    "cheers for something": [("body", "It works now.\nCheers for the help")],
    "best as an adjective": [("body", "I bought two.\nBest phone I ever had, but the case broke.")],
    "closing words inside a sentence": [
        ("body", "Mit freundlichen Grüßen wurde ich abgewiesen, das war alles.\nWas nun?"),
    ],
    "bullets at the end": [("body", "Bitte liefern Sie:\n- Lampe\n- Kabel")],
    "delivery address": [("body", "Bitte liefern an:\nMax Berg\nHauptstr. 5\n90402 Nürnberg")],
    "sentence about an app": [("body", "Get the damn thing fixed, will you?\nGet the new app working?")],
    "nothing but thanks and love": [("body", "Cheers!")],
}

_FOOTERS: dict[str, Parts] = {
    "below a closing": [("body", "Bitte um Angebot.\n\n"), ("closing", "MfG Udo Kern\n\n"), ("footer", _LEGAL)],
    "without closing": [("body", "Får inte igång larmet, vad gör jag?\n\n"), ("footer", _LEGAL)],
    "below a rule": [("body", "Kan I ringe i dag?\n\n"), ("footer", "---\n" + _LEGAL)],
    "below a heading": [("body", "Hvor er pakken?\n\n"), ("footer", "CONFIDENTIALITY\n" + _LEGAL)],
    "register entry in the signature": [
        ("body", "Bitte stornieren.\n\n"),
        ("closing", "Beste Grüße\n"),
        ("signature", "Ina Roth\nRoth GmbH\n"),
        ("footer", "Sitz der Gesellschaft: Köln\nRegistergericht: Amtsgericht Köln, HRB 99\nGeschäftsführer: I. Roth"),
    ],
    "line for the environment below a closing": [
        ("body", "Please resend the invoice.\n\n"),
        ("closing", "Regards, Ann\n\n"),
        ("footer", "Please consider the environment before printing."),
    ],
    "swedish": [
        ("body", "Tack, det löste sig.\n\n"),
        ("closing", "Mvh Lars\n\n"),
        ("footer", "Detta mejl kan innehålla konfidentiell information. Om du inte är rätt mottagare, radera det."),
    ],
    "question about the registered office": [
        ("greeting", "Hi,\n\n"),
        ("body", "registered office is wrong on my invoice, can you change it?"),
    ],
    "request to delete data": [
        ("greeting", "Hello,\n\n"),
        ("body", "I no longer need the account.\n\nPlease delete all my data, see GDPR."),
    ],
    "complaint with many legal words": [
        (
            "body",
            "Take me off.\n\nUnder the GDPR no liability is gone, you sent it in error to my registered office.",
        ),
    ],
    "mail that went astray": [
        ("body", "I got a letter from you.\n\nI am not the intended recipient. What shall I do with it?\n\n"),
        ("closing", "Kind regards\n"),
        ("signature", "Moira Shaw"),
    ],
}

_QUOTES: dict[str, Parts] = {
    "marked lines": [("body", "Ja, gerne.\n\n"), ("quote", "> Passt Ihnen Dienstag?\n> Viele Grüße\n> Kundendienst")],
    "english header": [
        ("body", "Nein, immer noch kalt.\n\n"),
        ("quote", "On Mon, 3 Jun 2024 at 10:12, Care Team <care@firm.example> wrote:\n> Is it fixed?\n> Care"),
    ],
    "header wrapped over two lines": [
        ("body", "Virker ikke.\n\n"),
        ("quote", "Den man. 3. jun. 2024 kl. 10.12 skrev Kundeservice\n<hjelp@firma.example>:\n\n> Prøv igjen."),
    ],
    "header of Lotus Notes": [
        ("body", "Please cancel order 4711.\n\n\n"),
        (
            "quote",
            '"Care" <care@firm.example>\n03/03/2025 09:12 AM\n\nTo\n<kim@x.example>\ncc\n\nSubject\nRe: x\n\nWe sue.',
        ),
    ],
    "header of Lotus Notes inside a firm": [
        ("body", "Virker ikke.\n\n"),
        ("quote", "Care/Nordlys@NORDLYS\n03.03.2025 09:12\n\nTo\nKim/Acme\ncc\n\nSubject\nRe: x\n\nWe sue."),
    ],
    "an address above a name is no header": [
        ("body", "Please write to\nKim <kim@x.example>\nDana\nTo\nme too\nSubject\nmy order"),
    ],
    "an address and a number are no header": [
        ("body", "My data:\nKim <kim@x.example>\n47 High Street\nTo\nbe sent soon"),
    ],
    "header right below the answer": [
        ("body", "På fredag går det bra.\n"),
        ("quote", "Den 3 juni 2024 kl. 10:12 skrev Lisa Ek <lisa@firma.example>:\n> När passar det?"),
    ],
    "header without marks quotes the rest": [
        ("body", "Danke, erledigt.\n\n"),
        (
            "quote",
            "Am 03.06.2024 um 10:12 schrieb Kundendienst:\nBitte starten Sie neu.\n\nViele Grüße\nIhr Kundendienst",
        ),
    ],
    "answers between marked lines": [
        ("body", "Svar under.\n\n"),
        ("quote", "Den 3. juni 2024 kl. 10:12 skrev Per Vik:\n> Hvor mange?\n\n"),
        ("body", "Fire.\n\n"),
        ("quote", "> Når?\n\n"),
        ("body", "Fredag."),
    ],
    "header in a language without pack": [
        ("body", "Oui, ok for me.\n\n"),
        ("quote", "Le lun. 3 juin 2024 à 10:12, Aide <a@firm.example> a écrit :\n> Bon ?"),
    ],
    "original message": [
        ("body", "Geht jetzt.\n\n"),
        ("quote", "-----Ursprüngliche Nachricht-----\nVon: Hilfe\nSent: heute\n\nGeht es?"),
    ],
    "original message, danish": [
        ("body", "Nej.\n\n"),
        ("quote", "----- Oprindelig meddelelse -----\nFra: Hjælp\nEmne: Svar\nVirker det?"),
    ],
    "forwarded message without dashes": [
        ("body", "See below, please.\n\n"),
        ("forwarded", "Forwarded message:\nFrom: Ann\nDate: 3 June\nSubject: Keys\n\nWhere are the keys?"),
    ],
    "outlook block, english": [
        ("body", "Fortfarande inget svar.\n\n"),
        ("quote", "From: Help <help@f.example>\nSent: Monday\nTo: Ola\nSubject: Case 9\n\nWe are on it!"),
    ],
    "outlook block, german, under a rule": [
        ("body", "Bitte nochmals.\n\n"),
        (
            "quote",
            "________________________________\nVon: Hilfe\nGesendet: Montag\nAn: Ola\nBetreff: Fall 9\n\nErledigt!",
        ),
    ],
    "outlook block, swedish": [
        ("body", "Nej tack.\n\n"),
        ("quote", "Från: Ek\nSkickat: måndag\nTill: Bo\nÄmne: Offert\n\nVill du köpa?"),
    ],
    "outlook block, norwegian, bold": [
        ("body", "Nei takk.\n\n"),
        ("quote", "*Fra:* Vik\n*Sendt:* mandag\n*Til:* Bo\n*Emne:* Tilbud\n\nVil du kjøpe?"),
    ],
    "outlook block, danish, blank lines between": [
        ("body", "Nej tak.\n\n"),
        ("quote", "Fra: Vik\n\nSendt: mandag\n\nTil: Bo\n\nEmne: Tilbud\n\nVil du købe?"),
    ],
    "header fields at the very top": [
        ("quote", "From: Ann <ann@f.example>\nTo: Help\nSubject: Keys\n\n"),
        ("greeting", "Hi,\n"),
        ("body", "where are they?"),
    ],
    "footer below marked lines": [
        ("body", "Ja.\n\n"),
        ("quote", "> Alles gut?\n\n"),
        ("footer", _LEGAL),
    ],
    "own sentence about writing": [
        ("body", "Am 3. Mai 2024 um 10:12 schrieb ich Ihnen folgendes:\nDie Heizung ist kalt."),
    ],
    "own sentence about writing, english": [
        ("body", "On Monday at 10:12 your colleague wrote:\nall is well. It is not."),
    ],
    "sentence that opens like a header": [
        ("body", "In reply to your letter of 3 May, 10:12, I confirm the date.\nPlease send the papers."),
    ],
    "journey, not a header": [("body", "From: Oslo\nTo: Bergen\nDate: 3 June\nWhat does it cost?")],
    "comparison": [("body", "Wir haben viele Fehler,\n> 90 % der Nutzer sind betroffen.")],
    "angry face": [("body", "Schon wieder\n>:( so ein Mist")],
}

_CODE: dict[str, Parts] = {
    "python": [("body", "Kjøringen stopper:\n\n"), ("code", _PYTHON_TRACE + "\n"), ("body", "Hva gjør vi?")],
    "java": [("body", "Absturz seit heute.\n\n"), ("code", _JAVA_TRACE)],
    "javascript": [("body", "Kassan är vit.\n\n"), ("code", _JS_TRACE)],
    "dot net in german": [("body", "Beim Start kommt das.\n\n"), ("code", _NET_TRACE)],
    "go": [("body", "It dies.\n\n"), ("code", _GO_TRACE)],
    "log": [("body", "Fra loggen:\n"), ("code", _LOG), ("body", "Hjælp!")],
    "syslog": [("body", "See:\n"), ("code", "Feb  3 04:05:06 web1 sshd[311]: Connection reset\n")],
    "fence": [("body", "Mein Skript:\n"), ("code", "```sh\nstart the thing\n\n> out.txt\n```\n"), ("body", "Warum?")],
    "json": [("body", "Svaret:\n"), ("code", '{\n  "status": "failed",\n  "retry": false\n}\n\n'), ("body", "Varför?")],
    "xml": [("body", "Antwort:\n"), ("code", "<order>\n  <id>7</id>\n</order>\n\n"), ("body", "Stimmt das?")],
    "sql": [("body", "Slow one:\n"), ("code", "SELECT id, total FROM orders\nWHERE total > 9\nORDER BY id\n")],
    "shell": [
        ("body", "Jeg kjørte\n\n"),
        ("code", "$ kubectl get pods -n prod\n\n"),
        ("body", "og ingenting skjedde."),
    ],
    "prompt with a path": [("body", "So:\n"), ("code", "ole@web1:~/app$ make all\n")],
    "settings": [("body", "Min fil:\n"), ("code", "[server]\nport=8080\nhost=0.0.0.0\n")],
    "machine's own labels": [
        ("body", "Poden dør:\n\n"),
        ("code", "Last State: Terminated\nReason: OOMKilled\nExit Code: 137\n\n"),
        ("body", "Hjælp?"),
    ],
    "python prompt": [("body", "I tried\n\n"), ("code", ">>> import tora\n>>> tora.start()\n")],
    "nothing but a log": [("code", _LOG)],
    "inline code": [("body", "Set `max_children=0` and it hangs; `retry=false` too.")],
    "one error line in prose": [("body", "Ich sehe nur\nNullPointerException: keine Ahnung warum\nund dann nichts.")],
    "labels of a customer": [("body", "Name: Eva Holm\nKundennummer: 4711\nStatus: unbezahlt\nBitte prüfen.")],
    "order table": [("body", "2 x Lampe | 14,90 € | Art. 4711\n1 x Kabel | 3,50 € | Art. 88\n= 33,30 €")],
    "bullets": [("body", "Tre saker:\n- pris\n- leverans: när?\n- garanti")],
    "timeline": [("body", "2024-05-03 10:00 ringde jag er\n2024-05-04 11:30 ringde jag igen\nIngen svarade.")],
    "links": [("body", "https://shop.example/a/b?c=1&d=2\nhttps://shop.example/e/f?g=3&h=4\nBoth broken.")],
    "all capitals": [("body", "ERROR ON MY BILL AGAIN!\nFROM NOW ON I PAY NOTHING")],
    "prose between fences": [
        ("code", "```\n"),
        ("body", "Meine Heizung ist kalt.\nBitte kommen Sie bald.\nDanke sehr.\n"),
        ("code", "```"),
    ],
    "fence that is never closed": [("body", "Look:\n"), ("code", "```\n"), ("body", "it says no and stops, why?")],
    "verbose request": [
        ("body", "Bad gateway since nine:\n\n"),
        (
            "code",
            (
                "curl -v https://api.shop.example/ping\n* Connected to api.shop.example\n"
                "< HTTP/2 502\n< content-type: text/html\n\n"
            ),
        ),
        ("body", "Any idea?"),
    ],
    "database error": [
        ("body", "Feilen er\n\n"),
        ("code", 'ERROR: relation "users" is missing\nLINE 1: SELECT * FROM users\n                      ^\n\n'),
        ("body", "Hva betyr det?"),
    ],
    "panic of a person": [("body", "panic: nothing works since noon, please call!")],
}


def split(text: str) -> Parts:
    return [(zone.kind, text[zone.start : zone.end]) for zone in SPLITTER.split(text)]


def tabled(*tables: dict[str, Parts]) -> pytest.MarkDecorator:
    rows = {name: parts for table in tables for name, parts in table.items()}
    return pytest.mark.parametrize("parts", rows.values(), ids=rows.keys())


def own_text(zones: tuple[Zone, ...], text: str) -> str:
    return "".join(
        text[zone.start : zone.end] for zone in zones if zone.kind in ("greeting", "body", "closing")
    ).rstrip()


@tabled(_GREETINGS)
def test_greetings(parts: Parts) -> None:
    """A greeting is its words and the name; what only looks like one stays body."""
    assert split("".join(text for _, text in parts)) == parts


@tabled(_ENDINGS)
def test_closings_and_signatures(parts: Parts) -> None:
    """A closing is followed by a name at most, a signature by nothing of the sender's but a postscript."""
    assert split("".join(text for _, text in parts)) == parts


@tabled(_FOOTERS)
def test_legal_footers(parts: Parts) -> None:
    """A footer is found in any language; a customer who uses its words is not cut off."""
    assert split("".join(text for _, text in parts)) == parts


@tabled(_QUOTES)
def test_quoted_mail(parts: Parts) -> None:
    """Quoted mail is found by its marks, headers and blocks; what the sender says of letters stays body."""
    assert split("".join(text for _, text in parts)) == parts


@tabled(_CODE)
def test_code(parts: Parts) -> None:
    """Traces, logs, settings and commands are code; lists, tables and labels of customers are body."""
    assert split("".join(text for _, text in parts)) == parts


_REPLIES = {
    "de": "Hallo Frau Berg,\n\nleider geht es immer noch nicht. Bitte um Rückruf.\n\nViele Grüße\nUwe",
    "de short": "Geht nicht.",
    "sv": "Hej!\n\nDet funkar fortfarande inte, ring mig. Mvh Anna",
    "sv lower case": "hej, får ingen faktura\n\nmvh olle",
    "nb": "Hei,\nfortsatt ingen strøm her.\n\nHilsen\nKari Moe\nvaktmester",
    "da": "Hejsa Line, ved du om den er på vej? :-)\n\nKh Trine",
    "en": "Dear Ms Shaw,\n\nThe lift is stuck. When will you come?\n\nYours sincerely,\nRuth Vale",
    "emoji": "supert 😊👍",
}
_FURNITURE = {
    "english footer": "\n\n" + _LEGAL,
    "english footer below a rule": "\n\n-- \n" + _LEGAL,
    "marked quote": "\n\nOn 3 Jun 2024 at 10:12, Care <c@firm.example> wrote:\n> Hi,\n> all is well.\n> Regards\n> Bob",
    "unmarked quote": "\n\n-----Original Message-----\nFrom: Care\nSubject: Hi\n\nAll is well.\nKind regards\nBob",
    "outlook block": "\n\nFrom: Care <c@firm.example>\nSent: Monday\nTo: Uwe\nSubject: RE: Case\n\nThank you.",
    "python trace": "\n\n" + _PYTHON_TRACE,
    "java trace": "\n\n" + _JAVA_TRACE,
    "javascript trace": "\n\n" + _JS_TRACE,
    "go trace": "\n\n" + _GO_TRACE,
    "log": "\n\n" + _LOG,
    "trace and quote": "\n\n" + _PYTHON_TRACE + "\n> Hi,\n> please send the error.\n> Care",
}


@pytest.mark.parametrize("furniture", _FURNITURE.values(), ids=_FURNITURE.keys())
@pytest.mark.parametrize("reply", _REPLIES.values(), ids=_REPLIES.keys())
def test_furniture_leaves_the_senders_own_words_alone(reply: str, furniture: str) -> None:
    """Footer, quoted mail, trace or log below a reply changes nothing in what counts as the sender's own."""
    text = reply + furniture
    assert own_text(SPLITTER.split(text), text) == own_text(SPLITTER.split(reply), reply)


def test_the_empty_text_has_no_zones() -> None:
    """Where there is no text there is no zone."""
    assert SPLITTER.split("") == ()


def test_white_space_alone_is_body() -> None:
    """A text of blank lines is one zone."""
    assert split(" \n\n\t") == [("body", " \n\n\t")]


_PIECES = st.sampled_from(
    (
        "Hi |Hej|Mvh|Anna|\n|\n\n|> |>|-- \n|```\n|From: a@b\n|Subject: x\n|Sent: 10:12\n|On Mon 10:12 |wrote:"
        "|----- Original Message -----\n|this e-mail is |if you are not the |, |! |  at a.b(c.java:1)\n|{|}|=|;|PS: "
        "|Traceback (most recent call last):\n|Sent from my phone|İ|skrev A@b:\n|2024-01-01 10:00:00 ERROR x\n|/|- "
        "|😊|\ud800|\x00|\r\n|\u2028"
    ).split("|")
)


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=40).map("".join)))
@example("skrev A@b:\n" * 3000)
def test_zones_cover_any_text(text: str) -> None:
    """Zones follow each other from the first character to the last, none is empty, and neighbours differ."""
    zones = SPLITTER.split(text)
    assert "".join(text[zone.start : zone.end] for zone in zones) == text
    assert [zone.start for zone in zones] == [0, *(zone.end for zone in zones)][: len(zones)]
    assert all(zone.start < zone.end for zone in zones)
    assert all(first.kind != second.kind for first, second in pairwise(zones))


@given(st.lists(st.sampled_from([*_REPLIES.values(), *_FURNITURE.values(), "\n", "\n\n"]), max_size=8).map("".join))
def test_zones_do_not_depend_on_what_was_split_before(text: str) -> None:
    """A splitter keeps nothing of a message."""
    before = SPLITTER.split(text)
    SPLITTER.split("Hei!\n> x\n```\n")
    assert SPLITTER.split(text) == before


_MEGABYTE = 10**6
_HUGE = {
    "one word": "a" * _MEGABYTE,
    "marks": ">" * _MEGABYTE,
    "marked lines": ">\n" * (_MEGABYTE // 2),
    "blank lines": "\n" * _MEGABYTE,
    "tags": "<div>" * 10**5,
    "header words": "On " * 10**5,
    "header lines": "On 3 May 10:12 x\n" * 50_000,
    "header fields": "From: a@b\n" * 50_000,
    "wrote": "skrev A@b:\n" * 50_000,
    "closings": "Mit freundlichen Grüßen\n" * 30_000,
    "closing words": "best " * (_MEGABYTE // 5),
    "legal words": "if you are not the intended recipient " * 25_000,
    "fences": "```\n" * 100_000,
    "indentation": (" " * 399 + "x\n") * 2_500,
    "brackets": ("(" * 399 + ";\n") * 2_500,
    "frames": ("at " + "a." * 190 + "\n") * 2_500,
}


@pytest.mark.parametrize("text", _HUGE.values(), ids=_HUGE.keys())
def test_a_megabyte_is_split(text: str) -> None:
    """Pathological texts of a megabyte are split like any other."""
    zones = SPLITTER.split(text)
    assert (zones[0].start, zones[-1].end) == (0, len(text))


SHIPPED = ZoneSplitter({code: load_mail_file(code) for code in available_languages()})


@pytest.mark.parametrize("furniture", _FURNITURE.values(), ids=_FURNITURE.keys())
@pytest.mark.parametrize("reply", _REPLIES.values(), ids=_REPLIES.keys())
def test_shipped_packs_keep_the_promise_too(reply: str, furniture: str) -> None:
    """With the furniture of the packs, too, nothing below a reply changes the sender's own words."""
    text = reply + furniture
    zones = SHIPPED.split(text)
    assert own_text(zones, text) == own_text(SHIPPED.split(reply), reply)
    assert len(zones) > 1


_SHIPPED_MAILS = {
    "en": ("Dear Mrs Shaw,", "The bill is wrong.", "Yours sincerely,", "Ruth Vale"),
    "de": ("Sehr geehrte Frau Holm,", "die Rechnung ist falsch.", "Mit freundlichen Grüßen", "Karin Vogt"),
    "sv": ("Hej Lars,", "fakturan är fel.", "Med vänlig hälsning", "Eva Lind"),
    "nb": ("Hei Kari,", "regningen er feil.", "Med vennlig hilsen", "Ola Dahl"),
    "da": ("Kære Mette,", "regningen er forkert.", "Med venlig hilsen", "Bo Krag"),
}


@pytest.mark.parametrize("code", available_languages())
def test_every_shipped_pack_knows_its_everyday_mail(code: str) -> None:
    """Greeting, body, closing and signature of the plainest mail of each language are told apart."""
    greeting, body, closing, signature = _SHIPPED_MAILS[code]
    text = f"{greeting}\n\n{body}\n\n{closing}\n{signature}"
    found = [(zone.kind, text[zone.start : zone.end].strip()) for zone in SHIPPED.split(text)]
    assert found == [("greeting", greeting), ("body", body), ("closing", closing), ("signature", signature)]


@pytest.mark.parametrize("code", available_languages())
def test_every_shipped_device_signature_is_found(code: str) -> None:
    """The lines that mail programs add are footer, whatever stands for the wildcard."""
    for pattern in load_mail_file(code).device_signatures:
        line = pattern.replace("*", "Nova 7")
        text = f"12 34 56 ...\n\n{line}"
        assert [zone.kind for zone in SHIPPED.split(text)] == ["body", "footer"], line


@pytest.mark.parametrize("code", available_languages())
def test_every_shipped_quote_header_is_found(code: str) -> None:
    """Above lines with `>` every header of the packs is part of the quoted mail."""
    for pattern in load_mail_file(code).quote_headers:
        line = pattern.replace("*", "3 Nova 10:12 <nova@firm.example>")
        text = f"12 34 56 ...\n\n{line}\n> ok"
        assert [zone.kind for zone in SHIPPED.split(text)] in (["body", "quote"], ["body", "forwarded"]), line


_WRAPPED = [
    "On Mon, Nov 3, 2025 at 10:12 AM Nova Team\n<nova@firm.example> wrote:",
    "On Mon, Nov 3, 2025 at 10:12 AM Nova Team <\nnova@firm.example> wrote:",
    "On Mon, Nov 3, 2025 at 10:12 AM\nNova Team\n<nova@firm.example> wrote:",
    "Am Mo., 3. Nov. 2025 um 10:12 Uhr schrieb Nova <\nnova@firm.example>:",
    "Den mån 3 nov. 2025 kl 10:12 skrev Nova <\nnova@firm.example>:",
    "Den man. 3. nov. 2025 kl. 10.12 skrev Nova\n<nova@firm.example>:",
]


@pytest.mark.parametrize("header", _WRAPPED)
def test_wrapped_header_is_quoted_from_its_first_line(header: str) -> None:
    """Wherever a mail program breaks its header, all of it is quoted, also where the rest would be a header alone."""
    text = f"Works now.\n\n{header}\n\n> Is it fixed?"
    found = [(zone.kind, text[zone.start : zone.end]) for zone in SHIPPED.split(text)]
    assert found == [("body", "Works now.\n\n"), ("quote", f"{header}\n\n> Is it fixed?")]


@pytest.mark.parametrize("answer", ["Works now.", "On 3 machines it works.", "On Monday it broke."])
def test_answer_right_above_a_header_is_the_senders_own(answer: str) -> None:
    """A line of the answer stays one, also where it begins as headers do."""
    header = "On Mon, Nov 3, 2025 at 10:12 AM Nova <nova@firm.example> wrote:"
    text = f"{answer}\n{header}\n\n> Is it fixed?"
    found = [(zone.kind, text[zone.start : zone.end]) for zone in SHIPPED.split(text)]
    assert found == [("body", f"{answer}\n"), ("quote", f"{header}\n\n> Is it fixed?")]


_BANNERS: dict[str, Parts] = {
    "caution": [
        ("footer", "CAUTION: This email originated from outside. Do not click\nlinks unless you know the sender.\n\n"),
        ("greeting", "Hi, "),
        ("body", "my screen is broken."),
    ],
    "right above the text": [
        ("footer", "[EXTERN] Diese E-Mail kommt von außerhalb.\n"),
        ("body", "Wo bleibt meine Bestellung?"),
    ],
    "above a rule": [
        ("footer", "OBS! Extern avsändare\n____________\n"),
        ("greeting", "Hej,\n"),
        ("body", "var är mitt paket?"),
    ],
    "a paragraph of its own below": [
        ("footer", "CAUTION: external sender.\n\n"),
        ("body", "The mail of an unknown sender came in your name."),
    ],
    "a long first line": [("body", f"Warning: external sender. {'My pump leaks. ' * 25}\nWhat shall I do?")],
    "noise from outside": [("body", "Warning: the noise comes from outside.\nWhat is it?")],
    "Anhänge": [("body", "Hinweis: Ich kann keine Anhänge öffnen.\nWas soll ich tun?")],
    "ein Gast": [("body", "Hinweis: Ich komme von außerhalb.\nGibt es Parkplätze?")],
    "ute på gatan": [("body", "Viktigt: vi står utanför företaget.\nVem öppnar?")],
    "vedlegg": [("body", "Viktig: jeg kan ikke åpne vedlegg.\nHva gjør jeg?")],
    "vand udefra": [("body", "Bemærk: vandet kommer udefra.\nHvad gør jeg?")],
    "nothing but a warning": [("body", "Warning: this comes from outside the building")],
    "a customer who warns": [("body", "Warning: the pump leaks.\n\nIt comes from outside, I think.")],
    "a customer who speaks of one": [("body", "Your mail is marked as from an external sender.\n\nWhy?")],
}


@tabled(_BANNERS)
def test_banners_of_mail_servers(parts: Parts) -> None:
    """What the reader's own mail server writes above a mail is nothing that the customer says."""
    text = "".join(text for _, text in parts)
    zones = SHIPPED.split(text)
    assert [(zone.kind, text[zone.start : zone.end]) for zone in zones] == parts
