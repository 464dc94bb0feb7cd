"""Mistaken calls: an unknown command or option, a missing argument; one sentence and status 1, as other mistakes."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from typer._click.exceptions import NoSuchOption
from typer._coercion import PassThroughRuntimeParam
from typer.core import TyperGroup
from typer.exceptions import TyperException

from analysis.base.errors import ProjectError, UnknownName, require_known

if TYPE_CHECKING:
    from typer._click import Command, Context


class Commands(TyperGroup):
    """The commands of the project. Without one, the help is shown; a call that typer refuses is a `ProjectError`.

    Typer drew a box of five lines around what was wrong and ended with status 2, which no other mistake has.
    """

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read what stands before the command; nothing at all asks for help."""
        _take_as_said(self.get_params(ctx))
        with _in_one_sentence(ctx):
            return super().parse_args(ctx, args or ["--help"])

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """Return the command that is named; an unknown one is an error that offers near ones."""
        require_known("command", args[:1], self.commands, ctx.command_path)
        name, command, rest = super().resolve_command(ctx, args)
        _take_as_said(command.get_params(ctx) if command else ())
        return name, command, rest

    def invoke(self, ctx: Context) -> object:
        """Read the call of the command and do it."""
        with _in_one_sentence(ctx):
            return super().invoke(ctx)


def _take_as_said(parameters: Iterable[Any]) -> None:
    """Let texts and flags through as they are: to read one, typer loads pydantic, a fifth of the time of `show`."""
    for one in parameters:
        kind = one.type_descriptor
        if kind.annotation in (str, bool):
            one._runtime_param = PassThroughRuntimeParam(kind.parameter_info, kind.annotation)


@contextmanager
def _in_one_sentence(ctx: Context) -> Generator[None]:
    try:
        yield
    except TyperException as error:
        raise _fault_of(error, ctx) from None


def _fault_of(error: TyperException, ctx: Context) -> ProjectError:
    """Return what is wrong with a call, with the option that comes near or the place where the call is described."""
    own = getattr(error, "ctx", None) or ctx  # an option without its value does not say whose it is
    call = ctx.command_path if own is ctx and not ctx.invoked_subcommand else f"bulletins {ctx.invoked_subcommand}"
    if isinstance(error, NoSuchOption):
        names = [name for one in own.command.get_params(own) for name in (*one.opts, *one.secondary_opts)]
        return UnknownName("option", error.option_name, [name for name in names if name.startswith("-")], call)
    said = " ".join(error.format_message().split()).rstrip(".")
    return ProjectError(f"{call}: {said[:1].lower()}{said[1:]}; `{call} --help` shows how it is called.")
