"""`python -m tests.audit.prepare FILE`: put the demo newsroom to work, and write down what there is to look at."""

import json
import sys
from pathlib import Path

import django


def main(path):
    django.setup()
    from tests.audit import pages, work  # models can be read only now

    work.at_work()
    Path(path).write_text(json.dumps({"reader": pages.reader(), "desk": pages.desk(), "people": pages.people()}))


if __name__ == "__main__":
    main(sys.argv[1])
