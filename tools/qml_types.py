"""Describe the QML types that Python registers, from their live meta objects, in Qt's `qmltypes` format.

`pyside6-metaobjectdump` reads source code and does not see a base class of another module; the meta objects know everything.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import cast

from PySide6.QtCore import QMetaMethod, QMetaObject, QMetaProperty, QObject

PYTHON = "python"  # the part of a QML module that comes from Python is described as a module of its own
METHODS = {QMetaMethod.MethodType.Slot, QMetaMethod.MethodType.Method}


def python_modules(root: Path) -> Iterator[ModuleType]:
    """Modules of the package that register QML types, imported."""
    for path in sorted((root / "kiosk").rglob("*.py")):
        if "QML_IMPORT_NAME" in path.read_text("utf-8"):
            yield importlib.import_module(".".join(path.relative_to(root).with_suffix("").parts))


@dataclass
class QmlModule:
    """What Python adds to one QML module."""

    components: list[str] = field(default_factory=list)
    depends: set[str] = field(default_factory=lambda: {"QtQml.Models", "QtQuick"})

    @property
    def qmltypes(self) -> str:
        """The file that describes the types."""
        return "import QtQuick.tooling 1.2\n\nModule {\n" + "\n".join(self.components) + "\n}\n"


def described(root: Path) -> dict[str, QmlModule]:
    """By QML module name."""
    made: dict[str, QmlModule] = defaultdict(QmlModule)
    for module in python_modules(root):
        uri: str = module.QML_IMPORT_NAME
        for _, cls in inspect.getmembers(module, inspect.isclass):
            if cls.__module__ == module.__name__ and issubclass(cls, QObject):
                base = qml_base(cls)
                made[uri].components.append(component(cls, base, uri))
                made[uri].depends |= {qml_module(other) for other in (base, *named(cls))} - {uri, ""}
    return dict(made)


def qml_module(cls: type) -> str:
    """The QML module of a Python class; empty for Qt's own classes and for those QML does not know."""
    name: str = getattr(sys.modules[cls.__module__], "QML_IMPORT_NAME", "")
    return name


def qml_base(cls: type[QObject]) -> type[QObject]:
    """The nearest base class that QML can know; what lies between counts as the class's own."""
    return next(
        c for c in cls.__mro__[1:] if issubclass(c, QObject) and (qml_module(c) or c.__module__.startswith("PySide6"))
    )


def meta_object(cls: type[QObject]) -> QMetaObject:
    """What Qt knows of a class."""
    return cast("QMetaObject", getattr(cls, "staticMetaObject"))  # noqa: B009  the stubs do not have it


def named(cls: type[QObject]) -> Iterator[type]:
    """Python classes that the class's properties hand out."""
    meta = meta_object(cls)
    names = {str(meta.property(i).typeName()).removesuffix("*") for i in range(meta.propertyCount())}
    for module in list(sys.modules.values()):
        if module.__name__.startswith("kiosk."):
            yield from (v for k, v in vars(module).items() if k in names and isinstance(v, type) and qml_module(v))


def component(cls: type[QObject], base: type[QObject], uri: str) -> str:
    """One class."""
    meta = meta_object(cls)
    known = meta_object(base)
    marks = decorators(cls)
    lines = [f'name: "{cls.__name__}"', f'prototype: "{base.__name__}"', 'accessSemantics: "reference"']
    if "QmlElement" in marks:
        lines += [f'exports: ["{uri}.{PYTHON}/{cls.__name__} 1.0"]', "exportMetaObjectRevisions: [256]"]
    if "QmlUncreatable" in marks:
        lines.append("isCreatable: false")
    lines += [member(meta.property(i)) for i in range(known.propertyCount(), meta.propertyCount())]
    methods = [meta.method(i) for i in range(known.methodCount(), meta.methodCount())]
    lines += [function("Signal", m) for m in methods if m.methodType() == QMetaMethod.MethodType.Signal]
    lines += [function("Method", m) for m in methods if m.methodType() in METHODS]
    return "    Component {\n" + "".join(f"        {line}\n" for line in lines) + "    }"


def decorators(cls: type) -> set[str]:
    """Names of the decorators; the meta object does not tell what they did."""
    definition = ast.parse(inspect.getsource(cls)).body[0]
    assert isinstance(definition, ast.ClassDef)
    called = [d.func if isinstance(d, ast.Call) else d for d in definition.decorator_list]
    return {d.id for d in called if isinstance(d, ast.Name)}


def member(prop: QMetaProperty) -> str:
    """One property."""
    notify = f'; notify: "{text(prop.notifySignal().name())}"' if prop.hasNotifySignal() else ""
    fixed = "; isPropertyConstant: true" if prop.isConstant() else ""
    readonly = "" if prop.isWritable() else "; isReadonly: true"
    return f'Property {{ name: "{text(prop.name())}"; {typed(str(prop.typeName()))}{readonly}{fixed}{notify} }}'


def function(word: str, method: QMetaMethod) -> str:
    """One signal or slot."""
    returned = str(method.typeName())
    result = "" if returned in ("void", "") else f"; {typed(returned)}"
    names = [text(n) for n in method.parameterNames()]
    kinds = [text(t) for t in method.parameterTypes()]
    parameters = "".join(
        f' Parameter {{ name: "{n or f"a{i}"}"; {typed(t)} }}'
        for i, (n, t) in enumerate(zip(names, kinds, strict=True))
    )
    return f'{word} {{ name: "{text(method.name())}"{result};{parameters} }}'


def typed(cpp: str) -> str:
    """A C++ type as qmltypes says it; a Python object is any value."""
    cpp = "QVariant" if cpp == "PyObject" else cpp
    return f'type: "{cpp[:-1]}"; isPointer: true' if cpp.endswith("*") else f'type: "{cpp}"'


def text(raw: object) -> str:
    """Names come as `QByteArray`."""
    return bytes(raw.data()).decode() if hasattr(raw, "data") else str(raw)
