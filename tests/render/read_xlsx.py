"""Reads workbooks that the tool wrote with openpyxl and compares them with its JSON.

    python3 tests/render/read_xlsx.py TOOL DATASET...

Ends with 77 where openpyxl is not installed.
"""

import io
import json
import subprocess
import sys
import time

try:
    import openpyxl
except ImportError:
    sys.exit(77)

CALLS = [
    ["info"],
    ["synergy", "--across", "regions"],
    ["match"],
    ["peers", "--all"],
    ["gaps"],
    ["rank"],
    ["select"],
]


def run(tool, call, dataset, form):
    args = [tool, call[0], dataset, *call[1:], "--quiet", "--format", form]
    return subprocess.run(args, check=True, capture_output=True).stdout


def text_of(value):
    """A value of JSON as a cell of texts shows it; numbers stay numbers."""
    if value is None:
        return None
    if isinstance(value, dict):
        return ("" if value["stated"] else "~") + value["value"]
    if isinstance(value, list):
        return "; ".join(text_of(item) for item in value) or None
    return value


def holds(cells, wanted):
    """Whether a cell is this number, or two neighbours are its part and whole."""
    numbers = [c if isinstance(c, (int, float)) else None for c in cells]
    near = [n is not None and abs(n - wanted) < 1e-9 for n in numbers]
    pairs = [a is not None and b and abs(a / b - wanted) < 1e-9
             for a, b in zip(numbers, numbers[1:])]
    return any(near) or any(pairs)


def compare(sheet, rows, where):
    cells = list(sheet.iter_rows(min_row=2))
    assert len(cells) == len(rows), f"{where}: {len(cells)} rows, not {len(rows)}"
    for row, expected in zip(cells, rows):
        assert all(cell.data_type != "f" for cell in row), f"{where}: a formula"
        assert all(cell.hyperlink is None for cell in row), f"{where}: a link"
        found = [cell.value for cell in row]
        for key, value in expected.items():
            wanted = text_of(value)
            if isinstance(wanted, (int, float)):
                assert holds(found, wanted), f"{where}: {key} {wanted}"
            elif wanted not in (None, ""):
                assert wanted in found, f"{where}: {key} {wanted!r} is not in {found}"


def check(tool, call, dataset):
    data = run(tool, call, dataset, "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(data))
    result = json.loads(run(tool, call, dataset, "json"))
    tables = result.get("tables") or [{"name": result["verb"], "rows": result["rows"]}]
    assert book.sheetnames == [t["name"] for t in tables] + ["About"], book.sheetnames
    for table in tables:
        sheet = book[table["name"]]
        assert sheet.freeze_panes == "A2"
        assert sheet["A1"].font.b
        compare(sheet, table["rows"], f"{call[0]} {dataset} {table['name']}")
    about = [cell.value for cell in book["About"]["B"]]
    assert result["dataset"]["content_hash"] in about
    return data


def main(tool, datasets):
    first = {}
    for dataset in datasets:
        for call in CALLS:
            first[dataset, call[0]] = (call, check(tool, call, dataset))
    time.sleep(2.5)  # no clock gets into the bytes
    for (dataset, _), (call, data) in first.items():
        assert run(tool, call, dataset, "xlsx") == data, f"{call[0]}: other bytes"
    print(f"read_xlsx: {len(first)} workbooks are as openpyxl reads them")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
