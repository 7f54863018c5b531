"""The command line: which commands there are, and how errors become messages and exit codes.

Each command is a module of this package with the attribute `command`, imported when it
is called; what they share is in `streams`.
"""

from __future__ import annotations

import sys
from importlib import import_module

import click

from onrecord.cli.streams import EXIT_FAILED, EXIT_INTERRUPTED, say
from onrecord.errors import OnrecordError

COMMANDS = {
    "add": "Read, analyse and link articles: files, folders, web addresses, or - for stdin.",
    "articles": "List the articles in order of time, with what is known of each.",
    "timeline": "What happened when, according to whom; filters; as a chronology to hand in.",
    "quotes": "Who said what, in which words, according to whom; earliest and latest; as a sheet.",
    "figures": "What was counted, by whom, as of when, how it changed; conflicts; as a table.",
    "who": "People, organisations and places, with their printed forms; one with all about it.",
    "origins": "Which articles are copies of one report, and who derives from whom.",
    "differences": "Where the articles differ about one thing, and why; conflicts first.",
    "news": "What each article adds to everything before it; --new: since the last look.",
    "stories": "The stories that the articles tell, each with its events.",
    "changes": "What changed since an earlier export.",
    "search": "Search the articles as people type: words, phrases, a|b.",
    "page": "Write the record as one self-contained HTML page.",
    "export": "Write the record in another format.",
    "why": "Show rule and evidence of anything: an id, or ARTICLE:START.",
    "review": "What waits for a person, by how much each answer settles; --ask goes through it.",
    "decide": "Keep a person's decision: a date, an outlet, a role, a label, an entry, a note.",
    "remove": "Take articles out of the record.",
    "rebuild": "Make the results anew from the kept bytes.",
    "demo": "Make the bundled example story into a record and a page.",
    "completion": "Print the script that completes commands in your shell.",
}
"""Command -> its line in the help; the whole help text stands with the command."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"onrecord.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _print_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from importlib.metadata import version  # noqa: PLC0415

        click.echo(f"onrecord {version('onrecord')}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example:  onrecord add story.db articles/ && onrecord page story.db -o story.html",
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help="Show the version and exit.",
)
def onrecord() -> None:
    """Read what the press wrote about a story and give back the record, every line anchored
    to the words it came from. FILE is the record, one SQLite file; `add` makes it.

    Exit status: 0 done; 1 nothing could be done; 2 wrong usage; 3 done, but some inputs failed.
    """


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; the exit status."""
    try:
        status = onrecord.main(args=arguments, prog_name="onrecord", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show(sys.stderr)
        return 2
    except (KeyboardInterrupt, click.Abort):
        say("interrupted; every finished article is kept, and the same command goes on from there")
        return EXIT_INTERRUPTED
    except OnrecordError as error:
        say(str(error))
        return error.exit_code
    except SystemExit:
        return 0  # click's answer when the reader of a pipe went away: nothing more to say
    except OSError as error:
        say(str(error))
        return EXIT_FAILED
    return status if isinstance(status, int) else 0


def run() -> None:
    """The console script."""
    sys.exit(main())
