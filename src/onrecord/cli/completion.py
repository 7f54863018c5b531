"""`onrecord completion`: completion of commands in the shell."""

from __future__ import annotations

import click


@click.command(epilog='Example:  eval "$(onrecord completion bash)"')
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the completion script for SHELL; put its evaluation into the shell's start file."""
    from click.shell_completion import get_completion_class  # noqa: PLC0415

    from onrecord.cli.main import onrecord  # noqa: PLC0415

    kind = get_completion_class(shell)
    if kind is not None:
        click.echo(kind(onrecord, {}, "onrecord", "_ONRECORD_COMPLETE").source())
