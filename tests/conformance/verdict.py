"""Whether enough was asked: reads the reports that schemathesis wrote, says how many cases there were, and fails when
they are too few or when something was left out.

    verdict.py LEAST REPORT…
"""

import json
import sys
from pathlib import Path


def shortcomings(name, report):
    """What keeps one report from being trusted."""
    operations, cases = report["operations"], report["test_cases"]
    if not report["complete"]:
        yield f"{name}: the run is not complete: {report['stop_reason']}"
    if operations["tested"] != operations["selected"]:
        yield f"{name}: of {operations['selected']} operations {operations['tested']} were tested"
    if cases["with_failures"] or cases["errored"] or cases["without_checks"]:
        yield f"{name}: not every case passed: {cases}"


def main(least, files):
    reports = {Path(file).stem: json.loads(Path(file).read_text()) for file in files}
    wrong = [line for name, report in reports.items() for line in shortcomings(name, report)]
    cases = sum(report["test_cases"]["generated"] for report in reports.values())
    operations = sum(report["operations"]["tested"] for report in reports.values())
    if cases < int(least):
        wrong.append(f"{cases} cases are fewer than {least}: raise max-examples in schemathesis.toml")
    print(f"{cases} cases for {operations} operations")
    if wrong:
        sys.exit("\n".join(wrong))


main(sys.argv[1], sys.argv[2:])
