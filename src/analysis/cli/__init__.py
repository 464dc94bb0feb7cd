"""The command line, `bulletins`, and what its subcommands do besides calling a room."""
