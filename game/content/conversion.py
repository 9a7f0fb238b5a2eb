"""Converts plain values to the pack's types. Reports every value that does not fit, with its place.

msgspec stops at its first error, but an author wants all of them at once. So msgspec is tried first. Only a file that
does not fit is read a second time, with msgspec's type information.
"""

import re
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from game.content.documents import Document, ValuePath
from game.prose import shape_problems as problems
from game.prose.shape_problems import KEYS_AND_VALUES, LIST, TRUE_OR_FALSE, describe_found, describe_mismatch
from game.prose.yaml_problems import describe_mapping_for_text

R = TypeVar("R")


def convert(document: Document, kind: type[R]) -> R | None:
    """The file's value as a record of that type, or None; what does not fit is added to the document's problems."""
    if document.problems:
        if document.value is not None:
            _check(document, document.value, inspect.type_info(kind), ())
        return None
    try:
        return msgspec.convert(document.value, kind, strict=False)
    except msgspec.ValidationError as misfit:
        _check(document, document.value, inspect.type_info(kind), ())
        # A rule of msgspec that the code above does not know: its message is better than no message.
        if not document.problems:
            document.add((), str(misfit))
        return None


def _check(document: Document, value: Any, wanted: inspect.Type, path: ValuePath) -> None:
    if isinstance(wanted, inspect.Metadata):
        wanted = wanted.type
    match wanted:
        case inspect.StructType():
            _check_record(document, value, wanted, path)
        case inspect.UnionType():
            _check_union(document, value, wanted, path)
        case inspect.VarTupleType() | inspect.ListType():
            _check_list(document, value, wanted, path)
        case inspect.DictType():
            _check_mapping(document, value, wanted, path)
        case _:
            if message := _describe_misfit(value, wanted):
                document.add(path, message)


def _check_record(document: Document, value: Any, wanted: inspect.StructType, path: ValuePath) -> None:
    if not isinstance(value, dict):
        document.add(path, describe_mismatch(KEYS_AND_VALUES, describe_found(value)))
        return
    fields = {field.encode_name: field for field in wanted.fields}
    allowed = [*fields, *([wanted.tag_field] if wanted.tag_field else [])]
    for name in value:
        if name not in allowed:
            message = problems.describe_unknown_key(name, allowed)
            # In brackets a comma ends a text, and what is behind it looks like a key.
            is_rest = not value[name] and " " in name
            document.key_mark((*path, name), problems.describe_cut_text(name) if is_rest else message)
    for name, field in fields.items():
        if name in value:
            _check(document, value[name], field.type, (*path, name))
        elif field.required:
            document.add(path, problems.describe_missing_key(name, _describe_type(field.type)))


def _check_union(document: Document, value: Any, wanted: inspect.UnionType, path: ValuePath) -> None:
    records = [kind for kind in wanted.types if isinstance(kind, inspect.StructType)]
    if not records:
        # Without records, a union here is "T or None", and in YAML None means that the key is absent.
        _check(document, value, next(kind for kind in wanted.types if not isinstance(kind, inspect.NoneType)), path)
        return
    if not isinstance(value, dict):
        document.add(path, describe_mismatch(KEYS_AND_VALUES, describe_found(value)))
        return
    tags = {str(kind.tag): kind for kind in records}
    tag_field = records[0].tag_field or "kind"
    tag = value.get(tag_field)
    if tag is None:
        document.add(path, problems.describe_missing_key(tag_field, problems.describe_choice(tags)))
    elif not isinstance(tag, str) or tag not in tags:
        document.add(
            (*path, tag_field),
            problems.describe_wrong_choice(problems.describe_choice(tags), tag, tags),
        )
    else:
        _check_record(document, value, tags[tag], path)


def _check_list(document: Document, value: Any, wanted: Any, path: ValuePath) -> None:
    if not isinstance(value, list):
        document.add(path, describe_mismatch(LIST, describe_found(value)))
        return
    least, most = wanted.min_length or 0, wanted.max_length
    if len(value) < least or (most is not None and len(value) > most):
        document.add(path, problems.describe_entries(least, most, len(value)))
    for index, entry in enumerate(value):
        _check(document, entry, wanted.item_type, (*path, index))


def _check_mapping(document: Document, value: Any, wanted: inspect.DictType, path: ValuePath) -> None:
    if not isinstance(value, dict):
        document.add(path, describe_mismatch(KEYS_AND_VALUES, describe_found(value)))
        return
    if len(value) < (wanted.min_length or 0):
        document.add(path, problems.describe_empty_mapping(wanted.min_length))
    for name, entry in value.items():
        if message := _describe_misfit(name, wanted.key_type):
            document.key_mark((*path, name), message)
        _check(document, entry, wanted.value_type, (*path, name))


def _describe_misfit(value: Any, wanted: inspect.Type) -> str:
    """What is wrong with a scalar; empty when nothing is."""
    expected = _describe_type(wanted)
    if not isinstance(value, str):
        mismatch = describe_mismatch(expected, describe_found(value))
        # "- The tower: it is high" is a key with its value to YAML.
        is_sentence = isinstance(value, dict) and isinstance(wanted, inspect.StrType) and len(value) == 1
        return f"{mismatch}; {describe_mapping_for_text()}" if is_sentence else mismatch
    match wanted:
        case inspect.LiteralType(values=values):
            fits = value in values
            return "" if fits else problems.describe_wrong_choice(expected, value, map(str, values)).rstrip()
        case inspect.BoolType():
            fits = value in ("true", "false")
        case inspect.IntType(ge=low, le=high):
            # [0-9], not \d, which matches digits of every script. 18 digits always fit into 64 bits.
            fits = bool(re.fullmatch(r"-?[0-9]{1,18}", value))
            fits = fits and (low is None or int(value) >= low) and (high is None or int(value) <= high)
        case inspect.StrType(min_length=least, max_length=most, pattern=pattern):
            fits = len(value) >= (least or 0) and (most is None or len(value) <= most)
            fits = fits and (pattern is None or bool(re.search(pattern, value)))
        case _:
            fits = True
    return "" if fits else describe_mismatch(expected, describe_found(value))


def _describe_type(wanted: inspect.Type) -> str:
    """A type, in an author's words."""
    expected = KEYS_AND_VALUES
    match wanted:
        case inspect.Metadata(type=inner):
            expected = _describe_type(inner)
        case inspect.LiteralType(values=values):
            expected = problems.describe_choice(values)
        case inspect.BoolType():
            expected = TRUE_OR_FALSE
        case inspect.IntType(ge=low, le=high):
            expected = problems.describe_whole_number(low, high)
        case inspect.StrType(max_length=most, pattern=pattern):
            expected = problems.describe_text(most, pattern)
        case inspect.VarTupleType():
            expected = LIST
        case inspect.UnionType(types=types):
            expected = _describe_type(types[0])
    return expected
