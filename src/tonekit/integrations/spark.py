"""Reading and answering messages on Spark: pandas UDFs with typed results; needs the extra `tonekit[spark]`.

    from tonekit.integrations.spark import analyze_udf

    read = mails.select("id", analyze_udf()("text").alias("reading"))
    read.where("reading.mood.label = 'frustrated'").select("id", "reading.urgency.label")

docs/spark.md tells how this runs on a cluster.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Unpack

import pandas as pd
from pyspark.sql.functions import pandas_udf
from pyspark.sql.types import StringType, StructField, StructType

from ..analysis import Analysis
from ..batch.call import Call, packed_call
from ..batch.rows import TEXT, row_of
from ..options import PersonalizeOptions
from ..result import Result
from ..toolkit import ToneKit
from .spark_types import plain, struct_of

MOST_TOOLKITS = 4
"""Configurations whose toolkit a process keeps; a job has one or two."""
_EVIDENCE = frozenset({"evidence"})
_LATE = frozenset({"html", "spans"})


def analyze_udf(toolkit: ToneKit | None = None, *, locale: str | None = None, evidence: bool = False) -> Any:
    """Return a UDF that reads messages: a struct of `analysis.Analysis`, and `error`.

    Its column is the text, or a struct with `text`, and where wanted `subject`, `locale` and `channel`.
    A null gives nulls; what is wrong with a row is said in `error`, and the job goes on.

    Args:
        toolkit: how to read; it travels as its configuration, so its files must lie at the same place on every machine.
        locale: a language the senders are known to use.
        evidence: whether the terms behind each verdict are wanted: some hundred for a message.

    Raises:
        WorkerError: the toolkit cannot travel.
    """
    toolkit = toolkit or ToneKit()
    call = Call(toolkit.analyze, {"locale": locale})
    return _udf(toolkit, call, analysis_schema(evidence=evidence), own_options=False)


def personalize_udf(
    toolkit: ToneKit | None = None, *, evidence: bool = False, **options: Unpack[PersonalizeOptions]
) -> Any:
    """Return a UDF that answers messages: a struct of `result.Result`, and `error`.

    Its column is that of `analyze_udf`; a struct may also have `customer` and `facts`, each a struct, for its message.

    Args:
        toolkit: how to read and answer, as for `analyze_udf`.
        evidence: whether the terms behind each verdict are wanted.
        options: those of `ToneKit.personalize`, for all messages.

    Raises:
        TypeError: there is no such option.
        WorkerError: the toolkit or an option cannot travel.
    """
    toolkit = toolkit or ToneKit()
    call = Call(toolkit.personalize, options)
    return _udf(toolkit, call, result_schema(evidence=evidence), own_options=True)


def analysis_schema(*, evidence: bool = False) -> StructType:
    """Return the type of what `analyze_udf` gives."""
    return _with_error(struct_of(Analysis, without=frozenset() if evidence else _EVIDENCE))


def result_schema(*, evidence: bool = False) -> StructType:
    """Return the type of what `personalize_udf` gives: without `html` and `spans` of the reply, which are made late."""
    return _with_error(struct_of(Result, without=_LATE if evidence else _LATE | _EVIDENCE))


def _with_error(struct: StructType) -> StructType:
    return StructType([*struct.fields, StructField("error", StringType())])


def _udf(toolkit: ToneKit, call: Call, schema: StructType, *, own_options: bool) -> Any:
    name, options = call.method.__name__, call.options
    packed = packed_call(toolkit)

    def run(batches: Iterator[pd.Series]) -> Iterator[pd.DataFrame]:
        here = Call(getattr(_built(packed), name), options)
        for batch in batches:
            rows = (_answered(here, each, schema, own_options=own_options) for each in _rows(batch))
            yield pd.DataFrame(rows, columns=schema.names, dtype=object)

    # As Spark reads them; written as annotations they would be strings here.
    run.__annotations__ = {"batches": Iterator[pd.Series], "return": Iterator[pd.DataFrame]}
    return pandas_udf(run, schema)


@lru_cache(maxsize=MOST_TOOLKITS)
def _built(packed: bytes) -> ToneKit:
    """Return the toolkit; Spark keeps its Python processes, so each builds it once."""
    toolkit: ToneKit = pickle.loads(packed)  # noqa: S301 - from the driver, as the code itself
    return toolkit


def _rows(batch: Any) -> Iterable[Any]:
    """Return what stands in each row of a column: texts, or the fields of a struct."""
    rows: Iterable[Any] = batch.to_dict("records") if isinstance(batch, pd.DataFrame) else batch
    return rows


def _answered(call: Call, value: Any, schema: StructType, *, own_options: bool) -> dict[str, Any]:
    fields = value if isinstance(value, Mapping) else {TEXT: value}
    fields = _present(fields)
    # Every field is given: pandas would fill a gap with NaN, which is no struct.
    nothing = dict.fromkeys(schema.names)
    if not fields:
        return nothing
    try:
        row = row_of(fields, 0, text_field=TEXT, source="the column")
        made = call((row.readable(), row.own_options() if own_options else {}))
    except Exception as error:  # noqa: BLE001 - a message must not end the job; the row says what was wrong
        return {**nothing, "error": f"{type(error).__name__}: {error}"}
    return {name: plain(getattr(made, name, None), schema[name].dataType) for name in schema.names}


def _present(value: Any) -> Any:
    """Return structs without what is null, as dictionaries; a struct of a column has every field in every row."""
    if hasattr(value, "asDict"):
        value = value.asDict()
    if not isinstance(value, Mapping):
        return value
    return {name: _present(each) for name, each in value.items() if not _null(each)}


def _null(value: Any) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and value != value)  # noqa: PLR0124 - NaN
