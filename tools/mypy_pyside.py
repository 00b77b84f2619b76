"""Teach mypy what `PySide6.QtCore.Property` is: a property.

PySide's stubs say that a class attribute made with `@Property(str, ...)` is a `Property` object, that its type must be a class
("QVariantMap" is not), and that a setter is a second definition. At run time `self.title` is what the getter returns.
"""

from __future__ import annotations

from collections.abc import Callable

from mypy.nodes import Decorator, TypeInfo
from mypy.plugin import AttributeContext, FunctionContext, FunctionSigContext, Plugin
from mypy.types import AnyType, CallableType, FunctionLike, Instance, Type, TypeOfAny, get_proper_type

PROPERTY = "PySide6.QtCore.Property"


class PySidePlugin(Plugin):
    """Hooks for `Property`."""

    def get_attribute_hook(self, fullname: str) -> Callable[[AttributeContext], Type] | None:
        """`self.title` is what its getter returns."""
        name = fullname.rpartition(".")[2]
        return lambda context: _attribute(name, context)

    def get_function_hook(self, fullname: str) -> Callable[[FunctionContext], Type] | None:
        """`@QmlUncreatable("why")` is a decorator; the stubs forgot its `__call__`."""
        return _anything if fullname == "PySide6.QtQml.QmlUncreatable" else None

    def get_function_signature_hook(self, fullname: str) -> Callable[[FunctionSigContext], FunctionLike] | None:
        """`Property("QVariantMap")` names a C++ type."""
        return _any_first_argument if fullname == PROPERTY else None


def _attribute(name: str, context: AttributeContext) -> Type:
    declared = get_proper_type(context.default_attr_type)
    owner = get_proper_type(context.type)
    if not (isinstance(declared, Instance) and declared.type.fullname == PROPERTY and isinstance(owner, Instance)):
        return context.default_attr_type
    getter = _getter(owner.type, name)
    return getter.ret_type if getter is not None else context.default_attr_type


def _getter(owner: TypeInfo, name: str) -> CallableType | None:
    symbol = owner.get(name)
    if symbol is None or not isinstance(symbol.node, Decorator):
        return None
    kind = get_proper_type(symbol.node.func.type)
    return kind if isinstance(kind, CallableType) else None


def _anything(_context: FunctionContext) -> Type:
    return AnyType(TypeOfAny.explicit)


def _any_first_argument(context: FunctionSigContext) -> CallableType:
    signature = context.default_signature
    anything = AnyType(TypeOfAny.explicit)
    return signature.copy_modified(arg_types=[anything, *signature.arg_types[1:]])


def plugin(_version: str) -> type[Plugin]:
    """Entry point."""
    return PySidePlugin
