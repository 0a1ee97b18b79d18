"""How lines of code, logs and stack traces begin.

Every expression is tried at the start of a line of bounded length.
"""

from __future__ import annotations

import re

_LEVEL = r"(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|ERR|FATAL|CRITICAL|CRIT|SEVERE|PANIC|EMERG|ALERT)"
_DAY = r"(?:\d{4}[-/.]\d\d[-/.]\d\d|\d\d[-/.]\d\d[-/.]\d{4}|\d\d/[A-Z][a-z]{2}/\d{4})"
_STAMP = rf"[\[(]?{_DAY}[T :,]{{1,2}}\d\d:\d\d"
_LEVEL_MARK = rf"(?:\b{_LEVEL}\b|[\[<](?:{_LEVEL.lower()})[\]>]|\blevel=\w+)"
_SHELL = (
    r"(?:sudo|curl|wget|docker|kubectl|helm|npm|npx|yarn|pnpm|pip3?|git|ssh|scp|systemctl|journalctl|apt(?:-get)?"
    r"|psql|mysql|java|python3?|node|grep|ls|cd|chmod|tar|dig|nslookup|traceroute|tracert|openssl|netstat|terraform)"
)

_TRACES = (
    r"\s*Traceback \(most recent call last\)",
    r'\s*File "[^"]{1,300}", line \d',
    r"\s*(?:at|bei|vid|ved) (?:[\w$<>`\[\],/-]{1,80}\.){1,20}[\w$<>`\[\],]{1,80}\s?\(",
    r"\s*at (?:async |new )?[\w.$<>\[\] ]{1,150} \((?:[^()]{1,300}:\d+|native|<anonymous>|node:[^()]{1,200})\)",
    r"\s*at \S{1,300}:\d+:\d+\)?\s*$",
    r"\s*(?:Caused by|Suppressed): (?:[a-z]\w{0,40}\.\w|\w{1,80}(?:Exception|Error))",
    r"\s*\.\.\. \d+ (?:more|common frames omitted)",
    r'Exception in thread "',
    r"(?:[A-Za-z_][\w$]{0,80}\.){1,15}[\w$]{0,80}(?:Exception|Error|Fault|Warning)(?::|\s*$)",
    r"\s*-{3} End of (?:inner exception )?stack trace",
    r"Uncaught (?:\w{0,40}Error:|\(in promise\))",
    r"panic: runtime error|goroutine \d+ \[|created by [\w./()*]{1,120}\.\w",
    r"\s+\S{1,300}\.(?:go|rs|c|cpp|cc):\d+",
    r"Process finished with exit code -?\d+\s*$|npm ERR!|curl: \(\d+\)|Faulting application name:",
)
_LOGS = (
    rf"\s*{_STAMP}.{{0,80}}?{_LEVEL_MARK}",
    r"\s*(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S{1,80} [\w./-]{1,80}(?:\[\d+\])?: ",
    r"\s*\d{1,3}(?:\.\d{1,3}){3} \S{1,40} \S{1,40} \[",
    r"[EWIF]\d{4} \d\d:\d\d:\d\d\.\d+",
    r'\s*(?:time|ts|level)="?[\w:.+-]{2,40}"? \w{1,30}=',
    rf"\s*\[?\d\d:\d\d:\d\d(?:[.,]\d{{1,9}})?\]?\s.{{0,40}}?{_LEVEL_MARK}",
)
_SOURCE = (
    r"\s*(?:async )?def \w{1,80}\(.{0,200}\).{0,80}:\s*$",
    r"\s*from [\w.]{1,120} import (?:\(|\*|\w{1,60}(?:, \w{1,60}){0,20}\s*$)",
    r"\s*select \* from \w",
    r"\s*(?:public|private|protected|internal) (?:static |final |async |abstract |override |class |void |string |int )",
    r"\s*(?:function \w{0,80}\(|(?:const|let|var) [\w{\[][^=]{0,120} ?= )",
    r"#!/|#include [<\"]|<\?(?:xml|php)\b|<!DOCTYPE ",
    r"\s*\{\s*\"[^\"]{1,120}\"\s*:",
    r"\s*(?:SELECT .{1,300} FROM |INSERT INTO \S|DELETE FROM \S|UPDATE \S{1,80} SET |(?:ALTER|DROP) TABLE )",
    r"\s*CREATE (?:TABLE|INDEX|VIEW|DATABASE|USER) ",
    r"\s*(?:PS )?[A-Z]:\\[^>]{0,200}>\s*\S",
    r"\s*[\w.-]{1,60}@[\w.-]{1,60}[: ][~/][^$#\s]{0,80}[$#]\s*\S",
    r"\s*\[[\w.-]{1,60}@[\w.-]{1,60} [^\]]{1,60}\][$#]\s*\S",
    rf"\s*\$ {_SHELL}\b",
    r">>> (?:from [\w.]+ import|import \w|[\w.]+\s?[(=])",
    r"(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) /\S{0,300} HTTP/\d|[<>*] HTTP/\d|HTTP/\d(?:\.\d)? \d{3}\b",
    r"(?:diff --git|index [0-9a-f]{7,40}\.\.|@@ -\d+)",
)
CODE_SURE = re.compile("|".join(_TRACES + _LOGS + _SOURCE))
"""Lines that are code without anything around them."""

_LIKE = (
    rf"\s*{_STAMP}:\d\d",
    r"panic: |fatal error: |Segmentation fault|Unhandled [Ee]xception|Faulting application",
    rf"\s*\[?{_LEVEL}\]?(?::|\s?[|\]])",
    r"\s*\w{0,80}[a-z](?:Error|Exception)(?::|\s*$)",
    r"\s*\d\d:\d\d:\d\d[.,]\d{3}\b",
    r"\s*[{}\[\]()]{1,6}[,;]?\s*$",
    r"\s*\"[^\"]{1,80}\"\s*:\s",
    r"\s*</?[A-Za-z][\w:.-]{0,80}(?:\s[^<>]{0,300})?/?>",
    r"\s*[A-Za-z_][\w.-]{0,80}=\S",
    r"\s*[a-z]\w{0,60}[._]\w{1,60}\s?[=:]\s?\S",
    r"\s*[\w.\[\]]{1,80} [-+*/]?= (?:[\"'\[{]|true\b|false\b|null\b|None\b|new |\w+\()",
    r"\s*(?:/\*|\*/|//\s?TODO|#\s?(?:TODO|region))",
    r"\s*(?:import [\w.{]{2,120}|return\b.{0,200};|using [\w.]{2,120};|package [\w.]{2,120};?)\s*$",
    r"\s*class \w{1,80}[({:]",
    r"\s*(?:SELECT|FROM|WHERE|(?:LEFT |INNER |RIGHT )?JOIN|GROUP BY|ORDER BY|VALUES|LIMIT|SET) \S{1,80}",
    rf"\s*\$ [a-z./~]|\s*{_SHELL}\b.{{0,200}}?(?:\s-|/|=|:\d)",
    r"\s*export \w{1,60}=",
    r"(?:apiVersion|kind|metadata|spec|services|version|image): ?\S{0,60}\s*$",
)
CODE_LIKE = re.compile("|".join(_LIKE))
"""Lines that are code where two of them stand together."""

TELLTALE_DETAIL = re.compile(
    r"\s*(?:exit ?code|errno|last state|restart count|exception (?:code|type|information|offset)|stack ?trace"
    r"|bug ?check|fault(?:ing)? (?:offset|module|application)[\w ]{0,20}|user-agent|content-type|content-length"
    r"|status code|hresult|(?:request|trace|correlation|span|process|thread)[ -]id|sqlstate|kernel|os version"
    r"|x-[\w-]{2,40})\s?[:=]\s?\S",
    re.IGNORECASE,
)
"""`Name: value` lines whose name only a machine writes."""

_MACHINE_VALUE = (
    r"(?:[A-Z]+[a-z]+[A-Z]\w{0,80}|[A-Z]{2,}[a-z]\w{1,80}|[A-Z]+_[A-Z_]{1,80}|0x[0-9A-Fa-f]{1,16}|true|false|null|None)"
)
DETAIL = re.compile(
    rf"\s*(?:[\w .-]{{1,40}}:\s{_MACHINE_VALUE}\s*$|0x[0-9A-Fa-f]{{2,16}}\b|\[[\w .:-]{{1,60}}\]\s*$"
    r"|--[a-z][\w-]{1,40}(?:[= ]\S{1,120})?\s*$|[~^]{1,200}\s*$|- \w{1,40}: \S"
    r"|[<*] (?:[A-Za-z-]{1,40}: |Trying |Connected |Connection |TLS|SSL|ALPN))"
    r"|\s{2}\s*[\w-]{1,60}:(?:\s|$)"
)
"""Lines that belong to code where they stand beside it."""

LABELLED = re.compile(r"\s*[^\W\d_][\w ./()-]{0,40}:\s\S")
"""`Name: value`, as customers write it too."""

SYMBOLS = "{}[]<>=;\\_"
"""Signs of programming; what prose, prices, tables, links and smileys take most of is left out."""

PROSE = re.compile(
    r"(?!(?i:import|from|select|where|group|order|values|limit|set|inner|left|right|join|panic|process|using|package"
    rf"|return|segmentation|unhandled|faulting|fatal|caused|at|class|def|export|{_SHELL[3:-1]})\b)"
    r"[^\W\d_][^\d{}\[\]()<>=;\\_$/|:#*+~^`@%&\"]*$"
)
"""Lines without any sign that one of the others needs: letters and the marks of prose, and no word that opens code."""
