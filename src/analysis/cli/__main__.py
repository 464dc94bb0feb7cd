"""`python -m analysis.cli`: the command line without its script."""

from analysis.cli.commands import main

main()
