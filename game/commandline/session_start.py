"""Starts a quiz session on the screen or in line mode."""

import sys
from argparse import Namespace

from game.app.quiz_view import RunningQuiz
from game.commandline.line_choice import wants_lines
from game.core.paths import data_folder
from game.core.terminal import is_poor
from game.pack.world import Tour


def run_session(session: RunningQuiz, options: Namespace, tour: Tour) -> int:
    """Run a session and return the exit status."""
    # Imported here: line mode must never load Textual.
    if wants_lines(options):
        from game.plain import line_mode

        return line_mode.run_quiz_session(
            session, sys.stdin, sys.stdout, width=line_mode.width_of(sys.stdout), is_ascii=options.ascii
        )
    from game import tui

    return tui.run_quiz_session(session, tour, home=data_folder(), is_ascii=options.ascii or is_poor())
