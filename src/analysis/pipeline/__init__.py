"""The pipeline: tasks that load, call one function and save; pytask runs those whose inputs changed."""
