"""Prompts without personal data: message, thread, record and facts in one numbering; the reply keeps everything."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from tonekit import Customer, DataFileError, Message, Result, Thread, ToneKit, Turn

CUSTOMER = Customer(name="Anna Berg", company="Nordvik AB")
TEXT = (
    "Hej! Kundnummer 20417. Jag heter Anna Berg och nås på 070-123 45 67 eller anna@example.se.\n"
    "Var är order 55012? Felkod E-123 i version 4.2.1.\n\nMvh\nAnna"
)
FACTS = {
    "answer": {
        "summary": "Ordern skickades till anna@example.se.",
        "links": [{"url": "https://docs.example.com/spara?k=20417", "text": "Spåra, Anna"}],
    }
}


def user(result: Result) -> str:
    """Return the user message of a prompt."""
    assert result.prompt is not None
    return result.prompt.messages[-1].content


def test_prompt_holds_no_personal_data(toolkit: ToneKit) -> None:
    """Nothing that identifies the customer stands in the prompt, and all that the matter needs does."""
    shown = user(toolkit.personalize(Message(text=TEXT, subject="Anna undrar"), customer=CUSTOMER, facts=FACTS))

    assert not [word for word in ("Anna", "Berg", "Nordvik", "070", "anna@", " 20417") if word in shown]
    assert all(word in shown for word in ("55012", "E-123", "4.2.1", "https://docs.example.com/spara?k=20417"))
    assert "name: [NAME_1] [NAME_2]" in shown
    assert "company: [COMPANY_1]" in shown
    assert ">\n[NAME_1] undrar\n</customer_message-" in shown
    assert "Kundnummer [CUSTOMER_NUMBER_1]" in shown
    assert "brackets included" in shown


def test_subject_alone_is_redacted(toolkit: ToneKit) -> None:
    """A message that is read by its subject shows no more of it than one with a text does."""
    shown = user(toolkit.personalize(Message(text="", subject="Anna Berg, anna@example.se"), customer=CUSTOMER))

    assert ">\n[NAME_1] [NAME_2], [EMAIL_1]\n</customer_message-" in shown
    assert shown.endswith("Text:\n(The message has no text.)")
    assert "anna@" not in shown


def test_reply_keeps_everything(toolkit: ToneKit) -> None:
    """The reply greets by name and gives the facts as they are."""
    reply = toolkit.personalize(TEXT, customer=CUSTOMER, facts=FACTS).reply
    assert reply is not None

    assert "Anna" in reply.text
    assert "anna@example.se" in reply.text


def test_answer_is_restored(toolkit: ToneKit) -> None:
    """`prompt.restore` puts the data back, by the numbers of the prompt."""
    prompt = toolkit.personalize(TEXT, customer=CUSTOMER, facts=FACTS).prompt
    assert prompt is not None

    assert prompt.restore("Hej [NAME_1], vi skrev till [EMAIL_1].") == "Hej Anna, vi skrev till anna@example.se."
    assert {each.kind for each in prompt.replaced} == {"name", "company", "customer_number", "phone", "email"}
    assert {each.part for each in prompt.replaced} >= {"message.text", "customer.name", "answer.summary"}


def test_json_and_repr_hold_no_value(toolkit: ToneKit) -> None:
    """A prompt in a log does not say what its placeholders stand for; a pickled one still can."""
    prompt = toolkit.personalize(TEXT, customer=CUSTOMER).prompt
    assert prompt is not None

    assert "anna@example.se" not in prompt.model_dump_json() + repr(prompt)
    assert json.loads(prompt.model_dump_json())["replaced"][0]["placeholder"] == "[NAME_1]"
    assert type(prompt).model_validate_json(prompt.model_dump_json()) == prompt
    assert pickle.loads(pickle.dumps(prompt)).restore("[EMAIL_1]") == "anna@example.se"


def test_history_shares_the_numbering(toolkit: ToneKit) -> None:
    """A number in an earlier turn is the same placeholder in the last one, and senders are names."""
    thread = Thread(
        turns=(
            Turn(
                author="customer", message=Message(text="Call 020 7946 0958. Kim", sender="Kim Holt <k@holt.example>")
            ),
            Turn(author="agent", message=Message(text="Dear Mr Holt, which order?", sender="Ola Nordmann")),
            Turn(author="customer", message=Message(text="Order 55012. My number is 020 7946 0958, thanks, Kim")),
        )
    )
    shown = user(toolkit.personalize(thread))

    assert shown.count("[PHONE_1]") == 2
    assert "Dear Mr [NAME_2]" in shown
    assert "thanks, [NAME_1]" in shown
    assert "author" not in shown


@pytest.mark.parametrize("others", [pytest.param(13, id="some"), pytest.param(300, id="many")])
def test_the_writer_is_known_among_many_senders(toolkit: ToneKit, others: int) -> None:
    """In a thread of many people the name of whoever is answered goes, however many wrote before and answered since."""
    names = [f"{chr(65 + number // 20)}en{'bcdfghjklmnpqrstvwxz'[number % 20]}a Stor" for number in range(others)]
    turns = [Turn(author="agent", message=Message(text="Hello.", sender=name)) for name in names]
    last = Turn(author="customer", message=Message(text="Where is it? Tove Quist", sender="Tove Quist"))
    shown = user(toolkit.personalize(Thread(turns=(*turns, last))))

    assert "Tove" not in shown
    assert "Quist" not in shown


def test_message_without_personal_data_is_as_it_was(toolkit: ToneKit) -> None:
    """Where nothing is replaced the prompt says nothing of placeholders."""
    result = toolkit.personalize("The export of version 4.2.1 stops with E-123.")
    assert result.prompt is not None

    assert result.prompt.replaced == ()
    assert "square brackets" not in user(result)


def test_customers_own_placeholders(toolkit: ToneKit) -> None:
    """What a customer writes as a placeholder comes back as it was written, and stands for nothing else."""
    prompt = toolkit.personalize("My address is [EMAIL_1] or anna@example.se.").prompt
    assert prompt is not None

    assert "[LITERAL_1] or [EMAIL_1]" in prompt.messages[-1].content
    assert prompt.restore("[LITERAL_1], [EMAIL_1]") == "[EMAIL_1], anna@example.se"


def test_invisible_signs_do_not_hide_a_number(toolkit: ToneKit) -> None:
    """A number with zero-width signs inside is read as everybody sees it."""
    assert "[PHONE_1]" in user(
        toolkit.personalize("Ring 070-\u200b123 45\u200b 67 eller \u202a+46 70 123 45 68\u202c.")
    )


def own_kit(folder: Path, settings: str) -> ToneKit:
    """Return a toolkit whose `tonekit.yaml` says something about redaction."""
    lines = [
        "brand: {name: X}",
        "replies:",
        "  - {template: acknowledgement}",
        settings,
    ]
    (folder / "tonekit.yaml").write_text("\n".join(lines), encoding="utf-8")
    return ToneKit(templates=folder)


def test_redaction_can_be_switched_off(tmp_path: Path) -> None:
    """One line of `tonekit.yaml` lets prompts carry everything."""
    result = own_kit(tmp_path, "redaction: {prompt: false}").personalize(TEXT, customer=CUSTOMER)
    assert result.prompt is not None

    assert "anna@example.se" in user(result)
    assert result.prompt.restore("[EMAIL_1]") == "[EMAIL_1]"


def test_kinds_patterns_and_exceptions_are_settings(tmp_path: Path) -> None:
    """Kinds can be left, texts kept and numbers of one's own added."""
    kit = own_kit(
        tmp_path,
        r"redaction: {leave: [name, company], keep: [info@x.example], patterns: {order_number: ['\bNL-\d{4}\b']}}",
    )
    shown = user(kit.personalize("Order NL-4471, info@x.example, a@b.se. Anna", customer=CUSTOMER))

    assert "Order [ORDER_NUMBER_1], info@x.example, [EMAIL_1]. Anna" in shown


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        pytest.param("'(NL-'", "is not a regular expression", id="syntax"),
        pytest.param(r"'\d*'", "also matches empty text", id="empty"),
    ],
)
def test_wrong_pattern_is_named(tmp_path: Path, pattern: str, words: str) -> None:
    """A pattern that cannot be used is reported at start, with its line."""
    with pytest.raises(DataFileError, match=rf"tonekit\.yaml:4:.*{words}"):
        own_kit(tmp_path, f"redaction: {{patterns: {{order_number: [{pattern}]}}}}")


@pytest.mark.parametrize("name", ["reply", "rewrite", "check", "summary"])
def test_every_prompt_is_redacted(toolkit: ToneKit, name: str) -> None:
    """Drafts and conversations go without personal data, too."""
    facts = {"draft": "Hej Anna, ring 070-123 45 67."} if name in ("rewrite", "check") else None
    prompt = toolkit.personalize(TEXT, customer=CUSTOMER, prompt=name, facts=facts).prompt
    assert prompt is not None
    shown = "\n".join(message.content for message in prompt.messages)

    assert not [word for word in ("Anna", "070-123", "anna@example.se") if word in shown]


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        pytest.param(
            "https://x.example/reset?email=anna@example.com&token=abc",
            "https://x.example/reset?email=[EMAIL_1]&token=abc",
            id="link",
        ),
        pytest.param("mailto:anna@example.com", "mailto:[EMAIL_1]", id="mailto"),
    ],
)
def test_a_message_that_is_an_address_is_redacted(toolkit: ToneKit, message: str, shown: str) -> None:
    """Message, subject, turns and drafts are customers' and models' texts also where they are one address."""
    turns = (
        Turn(author="customer", message=Message(text=message)),
        Turn(author="agent", message=Message(text=message)),
    )
    last = Turn(author="customer", message=Message(text=message, subject=message))
    for incoming in (Message(text=message, subject=message), Thread(turns=(*turns, last))):
        text = user(toolkit.personalize(incoming, prompt="rewrite", facts={"draft": message}))

        assert shown in text
        assert "anna@" not in text


@pytest.mark.parametrize("customer", [None, Customer(name="Kim Vogt")])
@pytest.mark.parametrize(
    "facts", [{"customer.name": "Anna Berg"}, {"customer": {"name": "Berg, Anna", "first_name": "Anna"}}]
)
def test_facts_of_the_customer_are_redacted(
    toolkit: ToneKit, customer: Customer | None, facts: dict[str, object]
) -> None:
    """A name that comes as a fact is as personal as one of the record, and greets as one of the record does."""
    result = toolkit.personalize("Hello, where is my order? Anna Berg", customer=customer, facts=facts)
    assert result.reply is not None

    assert not [word for word in ("Anna", "Berg", "Vogt") if word in user(result)]
    assert "name: [NAME_1] [NAME_2]" in user(result)
    assert result.reply.text.startswith("Hello Anna,")


def test_safe_answer(toolkit: ToneKit) -> None:
    """A model's answer becomes text, HTML and subject: data back, links of the facts live, others gone."""
    result = toolkit.personalize(TEXT, customer=CUSTOMER, facts=FACTS)
    assert result.reply is not None
    made = toolkit.safe_answer(
        "Hej [NAME_1]!\n\n[Spåra](https://docs.example.com/spara?k=20417) eller [här](https://evil.example).", result
    )

    assert made.text == "Hej Anna!\n\nSpåra (https://docs.example.com/spara?k=20417) eller här."
    assert '<a href="https://docs.example.com/spara?k=20417">Spåra</a>' in made.html
    assert made.subject == result.reply.subject
    assert [each.text for each in made.removed] == ["https://evil.example"]


def test_only_mail_addresses_of_our_own_are_written_to(toolkit: ToneKit) -> None:
    """An address that stood in a fact of ours may be written to, one that stood in the message alone may not."""
    text = "My address is kim@evil.example."
    result = toolkit.personalize(text, facts={"answer": "Write to help@nordlys.example."})
    assert result.prompt is not None
    own, other = (result.prompt.restore(f"mailto:{name}") for name in ("[EMAIL_2]", "[EMAIL_1]"))
    made = toolkit.safe_answer("[a](mailto:[EMAIL_1]) [b](mailto:[EMAIL_2])", result)

    assert (other, own) == ("mailto:kim@evil.example", "mailto:help@nordlys.example")
    assert result.prompt.links == ("mailto:[EMAIL_2]",)
    assert made.html == f'<p>a <a href="{own}">b</a></p>'
    assert [each.text for each in made.removed] == [other]


def test_numbers_that_were_read_are_not_judged_again(toolkit: ToneKit) -> None:
    """An announced order number stays where it is told alone, and goes where the message says that it is a phone."""
    order = toolkit.personalize("My order number is 0701234567, where is it?")
    phone = toolkit.personalize("Order number 0701234567, call me on 0701234567.")

    assert "0701234567" in user(order)
    assert "0701234567" not in user(phone)


def test_links_of_customers_and_drafts_are_not_trusted(toolkit: ToneKit) -> None:
    """Only our own side's addresses may be linked to: those of a message or a draft may not."""
    result = toolkit.personalize(
        "See https://evil.example/a",
        prompt="rewrite",
        facts={"draft": "See https://evil.example/b"},
    )
    assert result.prompt is not None

    assert result.prompt.links == ()


def test_hosts_can_be_given(tmp_path: Path) -> None:
    """Hosts of `tonekit.yaml`, and those of one call, may be linked to."""
    kit = own_kit(tmp_path, "answers: {hosts: [nordlys.example]}")
    result = kit.personalize("Hello")
    answer = "[a](https://help.nordlys.example/x) [b](https://fjord.example)"

    assert kit.safe_answer(answer, result).text == "a (https://help.nordlys.example/x) b"
    assert "(https://fjord.example)" in kit.safe_answer(answer, result, hosts=["fjord.example"]).text


def test_log_lines_can_be_redacted(toolkit: ToneKit) -> None:
    """`ToneKit.redact` serves logs with the same settings."""
    assert toolkit.redact("Kundnummer 20417, anna@example.se").text == "Kundnummer [CUSTOMER_NUMBER_1], [EMAIL_1]"
