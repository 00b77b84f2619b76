"""The English interface is complete and current."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def i18n() -> ModuleType:
    spec = importlib.util.spec_from_file_location("i18n", ROOT / "tools" / "i18n.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_string_is_translated_and_the_files_are_current(i18n: ModuleType) -> None:
    assert i18n.problems() == []


def test_translations_keep_their_places_and_lines(i18n: ModuleType) -> None:
    seen = 0
    for context, message in i18n.messages(ET.parse(i18n.TS)):
        source = message.findtext("source", "")
        texts = [form.text or "" for form in message.iterfind("translation/numerusform")]
        for text in texts or [message.findtext("translation", "")]:
            seen += 1
            assert set(re.findall(r"%\d", text)) == set(re.findall(r"%\d", source)), (context, source)
            assert text.count("\n") == source.count("\n"), (context, source)
            assert not re.search(r"[，。：！？]", text), (context, source)
    assert seen > 100
