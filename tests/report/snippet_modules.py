"""What run_snippets.py and run_vector_snippets.py share: the modules to run and the words for what goes wrong in one."""

import importlib
import pathlib
import sys


def complain(place, error):
    print(f"{place}: {type(error).__name__}: {error}", file=sys.stderr)


def modules(arguments):
    """Of the command line FOLDER [STAND_INS]: each NAME.points of the folder whose NAME.py can be imported, as NAME, the
    module and the lines of the points."""
    folder = pathlib.Path(arguments[0])
    sys.path[:0] = [str(folder), *arguments[1:]]
    for points in sorted(folder.glob("*.points")):
        try:
            module = importlib.import_module(points.stem)
        except Exception as error:
            complain(points.stem, error)
            continue
        yield points.stem, module, points.read_text().splitlines()
