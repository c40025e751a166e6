"""TomlModel: a model that is kept in a TOML file, read with one clear sentence for a problem and written whole or not
at all."""

from __future__ import annotations

import pathlib
import tomllib
from typing import Any, Self

import tomli_w
from pydantic import ValidationError

from core.documents import allowed_keys
from core.messages import BadInput, from_validation
from core.params import Model

VERSION = 1
Values = dict[str, Any]


class TomlModel(Model):
    """What an experiment and a race have in common. A subclass may complete what a refusal tells, and place files it
    names."""

    # Reading

    @classmethod
    def parse(cls, values: Values, where: str = "") -> Self:
        """From a plain dictionary; raises `BadInput` with one clear sentence a problem. `where` is what the sentence
        calls the source."""
        where = where or cls.__name__.lower()
        version = values.get("version", VERSION)
        if isinstance(version, int) and version > VERSION:
            raise BadInput(
                where,
                "version",
                f"the file is of version {version}, this program reads up to {VERSION}: update Descent Lab",
            )
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            problem = cls.told(from_validation(error, where, allowed_keys.ReadTable(cls, values)), error, values)
            raise problem from problem.__cause__  # a refusal, which knows the mend

    @classmethod
    def told(cls, problem: BadInput, error: ValidationError, values: Values) -> BadInput:
        """What a person is told of a problem."""
        return problem

    @classmethod
    def loads(cls, source: str, where: str = "text") -> Self:
        return cls.parse(table(source, where), where)

    @classmethod
    def load(cls, path: str | pathlib.Path) -> Self:
        """Read a file; `BadInput` where it is missing, unreadable, broken or wrong."""
        path = pathlib.Path(path)
        return cls.loads(text(path), str(path)).anchored(path.parent)

    def anchored(self, folder: str | pathlib.Path) -> Self:
        """With absolute paths to the files it names: in a file they count from that file's folder."""
        return self

    # Writing

    def relative_to(self, folder: str | pathlib.Path) -> Self:
        """As it is written into a file in this folder."""
        return self

    def values(self) -> Values:
        """The plain dictionary of the file: what differs from nothing (None) is left out."""
        return _plain(self.model_dump(mode="python"))

    def dumps(self) -> str:
        return tomli_w.dumps(self.values())

    def save(self, path: str | pathlib.Path) -> None:
        """Write the file whole or not at all; OSError where the folder does not let us."""
        path = pathlib.Path(path)
        draft = path.with_name(path.name + ".part")
        draft.write_text(self.relative_to(path.resolve().parent).dumps(), encoding="utf-8")
        draft.replace(path)


def text(path: pathlib.Path) -> str:
    """What a file says; `BadInput` where it is missing, unreadable or no text."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadInput(str(path), "", f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise BadInput(str(path), "", "is not a text file in UTF-8") from None


def table(source: str, where: str) -> Values:
    """A text as TOML; `BadInput` where it is none."""
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(where, "", f"is not valid TOML: {error}") from None


def _plain(value: Any) -> Any:
    """Tables and lists alone, without what is None."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
