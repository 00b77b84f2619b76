"""One module for each name on the command line: `run(bench)` measures and returns rows."""
