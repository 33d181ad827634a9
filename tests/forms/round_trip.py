#!/usr/bin/python3
"""round_trip.py TAIZHANG: all forms of 2022Q2 go out, are filled in as people fill them in, and come in again; then the
ledger must hold exactly what was filled in. Once as openpyxl saves them, once more as LibreOffice does, where it is installed."""
import copy
import datetime
import os
import shutil
import subprocess
import sys

import openpyxl

from forms import FIRST_ROW, Office, headings

# What is put into a cell, the cell's format (None: that of the form), and what the ledger must have.
PERCENTS = [
    (0.45, None, 45.0),             # 45 or 45% typed into the form's cell
    (45, "General", 45.0),          # the format was lost
    ("45", "@", 45.0),              # a number as text
    ("45%", "@", 45.0),
    ("４５％", "@", 45.0),
    (" 33.3 % ", "@", 33.3),
    (0.333, "0%", 33.3),            # shown as 33%
    (0.29, None, 29.0),             # 0.28999999999999998 in binary
    (1, "0%", 100.0),
    (0, "General", 0.0),
    (1.5, "General", 1.5),
    (0.005, "0.00%", 0.5),
    ("/", "@", None),               # there is nothing to say
    (" — ", None, None),
]
DAYS = [
    (datetime.date(2022, 6, 30), None, "2022-06-30"),
    (datetime.datetime(2022, 7, 1, 15, 30), "yyyy/m/d h:mm", "2022-07-01"),
    (44742, "General", "2022-06-30"),       # a serial number without its format
    ("44742", "@", "2022-06-30"),
    ("2022/7/5", "@", "2022-07-05"),
    ("2022年7月5日", "@", "2022-07-05"),
    ("２０２２－０７－０５", "@", "2022-07-05"),
    ("2022/7/5 0:00:00", "@", "2022-07-05"),
    (20220705, "General", "2022-07-05"),
    (44747, 'yyyy"年"m"月"d"日"', "2022-07-05"),
    ("2022年7月5号", "@", "2022-07-05"),
    ("2022.7.5", "@", "2022-07-05"),
    ("2022 年 7 月 5 日", "@", "2022-07-05"),
    ("2022-07-05T00:00:00", "@", "2022-07-05"),
    ("无", None, ""),
]
FIGURES = [
    (17.5, None, 17.5),
    ("17.5", "@", 17.5),
    ("１７．５", "@", 17.5),
    ("1,234.5", "@", 1234.5),
    (1234, "#,##0", 1234.0),
    (3.9, "General", 3.9),
    (0.1, None, 0.1),
    (0, "General", 0.0),
    ("——", "@", None),
    ("/", None, None),
]
FIGURES_IN_PERCENT = [
    (0.065, None, 6.5),             # 6.5 typed into the form's cell
    (6.5, "General", 6.5),
    ("6.5%", "@", 6.5),
    ("６．５", "@", 6.5),
    ("暂无", "@", None),
]
TEXTS = [
    ("示例：已完成可研批复。", None, "示例：已完成可研批复。"),
    ("示例：一是开工，\n二是验收。", None, "示例：一是开工，\n二是验收。"),
    ("=1+1 是文字", "text", "=1+1 是文字"),
    ("-0.5 个百分点", None, "-0.5 个百分点"),
    ("  两端的空白去掉\n", None, "两端的空白去掉"),
    ("<b>&amp; “引号” 𠮷", None, "<b>&amp; “引号” 𠮷"),
    (12, "General", "12"),
    (0.5, "0%", "50%"),
    ("无。", None, "无。"),            # in words it is an answer
    (datetime.date(2022, 7, 1), "yyyy-mm-dd", "2022-07-01"),
]
STATES = [("按序时推进", "on_schedule"), ("超序时", "ahead"), ("滞后", "behind"), ("存在困难", "difficult"),
          (" 未启动 ", "not_started"), ("on_schedule", "on_schedule"), ("无", "")]


class Filler:
    """Fills in forms, each time the next way that there is, and keeps what the ledger must have then."""

    def __init__(self):
        self.turns = {}
        self.expected = {}
        self.readings = {}
        self.rows = self.empty = 0

    def take(self, name, cases):
        turn = self.turns.get(name, 0)
        self.turns[name] = turn + 1
        return cases[turn % len(cases)]

    def put(self, cell, name, cases):
        value, number_format, expected = self.take(name, cases)
        cell.value = value
        if number_format == "text":
            cell.data_type = "s"
        elif number_format is not None:
            cell.number_format = number_format
        return expected

    def fill_row(self, sheet, columns, row, unit):
        code = sheet.cell(row, columns["任务编号"]).value
        cell = lambda heading: sheet.cell(row, columns[heading])
        self.rows += 1
        if self.rows % 7 == 0:
            self.empty += 1
            return
        entry = {"unit": unit, "completed_on": "", "state": "", "problem": "", "next_step": ""}
        entry["percent"] = self.put(cell("完成百分比"), "percent", PERCENTS)
        if self.rows % 3:
            cell("状态").value, entry["state"] = self.take("state", STATES)
        if self.rows % 2:
            entry["completed_on"] = self.put(cell("完成日期"), "day", DAYS)
        entry["summary"] = self.put(cell("进展情况"), "text", TEXTS)
        if self.rows % 5 == 0:
            entry["problem"] = self.put(cell("存在问题"), "text", TEXTS)
            entry["next_step"] = self.put(cell("下一步措施"), "text", TEXTS)
        self.expected[code] = entry
        for ordinal in range(1, 10):
            target = sheet.cell(row, columns.get(f"指标{ordinal}", 1))
            if target.protection.locked:
                break
            cases = FIGURES_IN_PERCENT if "%" in target.number_format else FIGURES
            value = self.put(target, cases[0], cases)
            if value is not None:
                self.readings[code, ordinal] = value

    def fill(self, source, target, number):
        book = openpyxl.load_workbook(source)
        sheet = book.active
        columns = headings(sheet)
        unit = os.path.basename(source)[:-5]
        last = sheet.max_row
        if number % 6 == 1 and last > FIRST_ROW:  # rows that are none of theirs, they deleted
            sheet.delete_rows(FIRST_ROW)
            last -= 1
        for row in range(FIRST_ROW, last + 1):
            self.fill_row(sheet, columns, row, unit)
        if number % 6 == 2 and last > FIRST_ROW:  # or put them into another order
            swap_rows(sheet, FIRST_ROW, last)
        if number % 6 == 3:  # hid columns and rows
            sheet.column_dimensions["F"].hidden = True
            sheet.row_dimensions[FIRST_ROW].hidden = True
        if number % 6 == 4:  # put a sheet of their own before it, and a title above it
            book.create_sheet("说明", 0)["A1"] = "示例：附件"
            sheet.protection.sheet = False
        if number % 6 == 5:  # and a column of their own among the others
            insert_column(sheet, columns["完成百分比"])
        book.save(target)


def swap_rows(sheet, first, second):
    for column in range(1, sheet.max_column + 1):
        a, b = sheet.cell(first, column), sheet.cell(second, column)
        a._value, b._value = b._value, a._value
        a.data_type, b.data_type = b.data_type, a.data_type  # a text that begins with = stays one
        a._style, b._style = copy.copy(b._style), copy.copy(a._style)


def insert_column(sheet, column):
    for ranges in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(ranges))
    sheet.insert_cols(column)
    sheet.cell(FIRST_ROW, column).value = "示例：备注"


def number_or_none(text):
    return float(text) if text != "" else None


def compare(office, filler):
    found = {row["code"]: row for row in office.rows(
        "SELECT t.code, u.name AS unit, e.percent, e.state, e.completed_on, e.summary, e.problem, e.next_step,"
        " e.reported_on, e.revision FROM progress AS e JOIN task AS t USING (task_id) JOIN unit AS u USING (unit_id)"
        " WHERE e.quarter = '2022Q2'")}
    assert set(found) == set(filler.expected), set(found) ^ set(filler.expected)
    for code, entry in filler.expected.items():
        row = found[code]
        assert number_or_none(row["percent"]) == entry["percent"], (code, row, entry)
        assert (row["reported_on"], row["revision"]) == ("2022-07-06", "1"), (code, row)
        for name in ("unit", "state", "completed_on", "summary", "problem", "next_step"):
            assert row[name].replace("\r\n", "\n") == entry[name], (code, name, row[name], entry[name])
    readings = {(row["code"], int(row["ordinal"])): float(row["value"]) for row in office.rows(
        "SELECT t.code, g.ordinal, v.value FROM reading AS v JOIN target AS g USING (target_id)"
        " JOIN progress AS e USING (progress_id) JOIN task AS t ON t.task_id = e.task_id WHERE e.quarter = '2022Q2'")}
    assert readings == filler.readings, set(readings.items()) ^ set(filler.readings.items())


def import_all(office, folder, *options):
    files = sorted(os.listdir(office.path(folder)))
    errors = office.run("form", "import", *(f"{folder}/{name}" for name in files), "--on", "2022-07-06", *options)[1]
    counts = [0, 0, 0, 0]
    for line in errors.splitlines():
        numbers = [int(part) for part in "".join(c if c.isdigit() else " " for c in line.split("共")[1]).split()]
        counts = [a + b for a, b in zip(counts, numbers)]
    return counts


def check_imports(office, folder, filler):
    filled, empty = len(filler.expected), filler.empty
    total = filled + empty
    assert import_all(office, folder, "--dry-run") == [total, filled, 0, empty]
    assert office.rows("SELECT count(*) AS n FROM progress WHERE quarter = '2022Q2'") == [{"n": "0"}]
    assert import_all(office, folder) == [total, filled, 0, empty]
    compare(office, filler)
    assert import_all(office, folder) == [total, 0, filled, empty]
    compare(office, filler)
    office.run("verify", "--quiet")


def save_with_libreoffice(office):
    """All the filled forms, as LibreOffice writes them."""
    files = [office.path("filled", name) for name in os.listdir(office.path("filled"))]
    subprocess.run(["soffice", f"-env:UserInstallation=file://{office.path('profile')}", "--headless", "--convert-to",
                    "xlsx", "--outdir", office.path("saved"), *files], check=True, capture_output=True, timeout=300)
    assert len(os.listdir(office.path("saved"))) == len(files)


def main():
    with Office(sys.argv[1]) as office:
        office.open_quarter()
        office.run("form", "export", "2022Q2", "-o", "out", "--as-of", "2022-06-30", "--quiet")
        names = sorted(os.listdir(office.path("out")))
        assert len(names) == 43, names
        assert import_all(office, "out") == [187, 0, 0, 187]
        filler = Filler()
        os.mkdir(office.path("filled"))
        for number, name in enumerate(names):
            filler.fill(office.path("out", name), office.path("filled", name), number)
        shutil.copy(office.path("taizhang.db"), office.path("before.db"))
        check_imports(office, "filled", filler)
        print(f"{len(names)} forms, {len(filler.expected)} entries, {len(filler.readings)} readings")
        if shutil.which("soffice") is None:
            print("no LibreOffice: not saved by it")
            return
        save_with_libreoffice(office)
        shutil.copy(office.path("before.db"), office.path("taizhang.db"))
        check_imports(office, "saved", filler)
        print("the same as LibreOffice saved them")


main()
