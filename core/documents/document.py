"""Document: what the lab keeps in one TOML file and a room shows, read with one clear sentence for a problem and
written whole or not at all."""

from __future__ import annotations

import pathlib
from typing import Annotated, Any, ClassVar, Literal, Self

import tomli_w
from pydantic import BeforeValidator, ValidationError

from core.documents import allowed_keys, suggestions
from core.documents.suggestions import Suggestion
from core.documents.toml_file import Values, check, table, text
from core.machine.whole_file import write_text
from core.messages import BadInput, from_validation
from core.params import Model, listed
from core.params import text as words

VERSION = 1
FIRST_KIND = "network"  # of a file that names none


class Document(Model):
    """The words that all kinds of documents share. A subclass names its `kind`, and may complete what a refusal tells,
    place files that it names and mend what an edit leaves behind."""

    WORDS: ClassVar = frozenset(("title", "description", "what_to_try"))  # they change nothing that is computed

    version: Literal[1] = VERSION
    kind: str
    title: str = words("", label="Title", help="The name shown in the gallery and in the window's title.")
    description: str = words("", label="Description", help="One sentence on what this shows.")
    what_to_try: Annotated[tuple[Suggestion, ...], BeforeValidator(suggestions.read)] = listed(
        (), label="What to try", help="Sentences on what is worth trying.", type="suggestions"
    )

    @property
    def subject(self) -> str:
        """The person's own file that it is about, by its name: what it is called until it has a title or a file; ""
        where there is none."""
        return ""

    # Reading

    @classmethod
    def parse(cls, values: Values, where: str = "") -> Self:
        """From a plain dictionary; raises `BadInput` with one clear sentence a problem. `where` is what the sentence
        calls the source."""
        where = where or cls.__name__.lower()
        check(values, where)
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
        """Read a file; `BadInput` where it is missing, unreadable, broken, wrong or of another kind."""
        path = pathlib.Path(path)
        values = table(text(path), str(path))
        kind, own = values.get("kind", FIRST_KIND), cls.model_fields["kind"].default
        if kind != own:
            raise BadInput(str(path), "kind", f"must be {own!r}, not {kind!r}")
        return cls.parse(values, str(path)).anchored(path.parent)

    def anchored(self, folder: str | pathlib.Path) -> Self:
        """With absolute paths to the files it names: in a file they count from that file's folder."""
        return self

    @staticmethod
    def follow(before: Values, after: Values) -> None:
        """Mend plain values in place after an edit: what does not outlive what it belonged to; `before` are those from
        before it."""

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
        """Write the file whole or not at all; `NotWritten` where that cannot be."""
        path = pathlib.Path(path)
        write_text(path, self.relative_to(path.resolve().parent).dumps())


def _plain(value: Any) -> Any:
    """Tables and lists alone, without what is None."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
