"""Spark: a real local session gives what one message gets alone, in typed columns."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from tonekit import Customer, Message, ToneKit
from tonekit.cli.demo import load_scenes

pytest.importorskip("pyspark", reason="needs the extra tonekit[spark]")

from pyspark.sql import Row, SparkSession
from pyspark.sql.types import ArrayType, DoubleType, MapType, StringType, StructType

from tonekit.integrations.spark import analysis_schema, analyze_udf, personalize_udf, result_schema

pytestmark = pytest.mark.spark
MESSAGES = [scene.message for scene in load_scenes()]
HOW_MANY = 420


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """A session of Spark in this process, with two Python processes under it."""
    # The one setting that Spark takes from the environment alone.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "500",
    }
    builder = SparkSession.builder.master("local[2]").appName("tonekit tests")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


def plain(row: Any) -> Any:
    """Return what Spark gave without its own types, to be compared."""
    if isinstance(row, Row):
        return {name: plain(value) for name, value in row.asDict().items()}
    return [plain(each) for each in row] if isinstance(row, list) else row


def wanted(model: Any, *, without: set[str]) -> Any:
    """Return what a model says, as JSON has it, without some fields."""

    def left(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: left(each) for name, each in value.items() if name not in without}
        return [left(each) for each in value] if isinstance(value, list) else value

    return left(model.model_dump(mode="json"))


def test_reading_many(session: Any, toolkit: ToneKit) -> None:
    """Over processes, partitions and batches every message is read as it is alone."""
    texts = [MESSAGES[number % len(MESSAGES)] for number in range(HOW_MANY)]
    frame = session.createDataFrame(list(enumerate(texts)), ["number", "text"]).repartition(4)

    rows = frame.select("number", analyze_udf()("text").alias("reading")).collect()
    expected = [wanted(toolkit.analyze(text), without={"evidence"}) | {"error": None} for text in MESSAGES]

    assert sorted(row.number for row in rows) == list(range(HOW_MANY))
    for row in rows:
        assert plain(row.reading) == expected[row.number % len(MESSAGES)]


def test_evidence_where_wanted(session: Any, toolkit: ToneKit) -> None:
    """With `evidence` a reading carries every term that decided."""
    frame = session.createDataFrame([(MESSAGES[0],)], ["text"])

    (row,) = frame.select(analyze_udf(evidence=True)("text").alias("reading")).collect()

    assert plain(row.reading) == wanted(toolkit.analyze(MESSAGES[0]), without=set()) | {"error": None}


def test_columns_can_be_queried(session: Any) -> None:
    """Fields of the struct are columns to SQL."""
    frame = session.createDataFrame([("Third time I write, still nothing!",), ("Thanks, all is well now.",)], ["text"])

    angry = frame.select("text", analyze_udf()("text").alias("reading")).where("reading.mood.label = 'frustrated'")

    assert [row.text for row in angry.collect()] == ["Third time I write, still nothing!"]


def test_answering_with_own_facts(session: Any, toolkit: ToneKit) -> None:
    """A struct brings customer, facts and locale of each message; a fact that is null is none."""
    rows = [
        Row(text="Where is my order?", locale=None, customer=Row(name="Kim"), facts=Row(answer="On its way.")),
        Row(text="Hei, hvor er pakken?", locale="nb", customer=None, facts=Row(answer=None)),
    ]
    schema = "mail struct<text:string,locale:string,customer:struct<name:string>,facts:struct<answer:string>>"
    frame = session.createDataFrame([(row,) for row in rows], schema).coalesce(1)

    first, second = (row.answer for row in frame.select(personalize_udf()("mail").alias("answer")).collect())
    alone = toolkit.personalize(
        Message(text="Where is my order?"), customer=Customer(name="Kim"), facts={"answer": "On its way."}
    )

    assert plain(first) == wanted(alone, without={"evidence", "html", "spans"}) | {"error": None}
    assert "On its way." in first.reply.text
    assert second.reply.language == "nb"


def test_what_is_wrong_does_not_end_the_job(session: Any) -> None:
    """A null gives nulls, and what cannot be answered says why; the other rows are answered."""
    frame = session.createDataFrame([("Hi there",), (None,), ("",)], "text string").coalesce(1)

    read, null, empty = (row.reading for row in frame.select(analyze_udf()("text").alias("reading")).collect())
    udf = personalize_udf(template="quot")
    refused = frame.limit(1).select(udf("text").alias("answer")).collect()[0].answer

    assert read.language.label == "en"
    assert set(null.asDict().values()) == {None}
    assert empty.notes == ["The message is empty; there was nothing to read."]
    assert refused.error.startswith("UnknownNameError: there is no reply template 'quot'")


def test_own_toolkit_travels(session: Any) -> None:
    """The toolkit that is given is the one that reads, in every process."""
    kit = ToneKit(languages=["en"])
    frame = session.createDataFrame([("Wo ist meine Bestellung?",)], ["text"])

    (row,) = frame.select(analyze_udf(kit)("text").alias("reading")).collect()

    assert row.reading.ruleset == kit.analyze("").ruleset
    assert "There is no language pack for 'de'" in row.reading.notes[0]


def test_schema_is_typed() -> None:
    """Columns have the types of the models: structs, arrays, maps and numbers, no JSON in strings."""
    reading, answer = analysis_schema(evidence=True), result_schema()
    mood = reading["mood"].dataType

    assert mood["label"].dataType == StringType()
    assert mood["confidence"].dataType == DoubleType()
    assert mood["probabilities"].dataType == MapType(StringType(), DoubleType())
    assert isinstance(mood["evidence"].dataType, ArrayType)
    assert isinstance(reading["facts"].dataType, StructType)
    assert "evidence" not in answer["analysis"].dataType["mood"].dataType.names
    assert not {"html", "spans"} & set(answer["reply"].dataType.names)
    assert answer.names[-1] == reading.names[-1] == "error"


def test_unknown_option_is_refused() -> None:
    """An option that there is not is refused before the job starts."""
    with pytest.raises(TypeError, match="colour"):
        personalize_udf(colour="red")  # type: ignore[call-arg]
