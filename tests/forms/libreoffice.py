#!/usr/bin/python3
"""libreoffice.py TAIZHANG: imports the form that LibreOffice 7.4 saved after a person's filling in.
libreoffice.py --make TAIZHANG: makes that file again, for which LibreOffice must be installed (tools/make-form-sample.sh)."""
import datetime
import os
import shutil
import subprocess
import sys

import openpyxl

from forms import Office, headings, move_to_ledger

SAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "samples", "示例-libreoffice.xlsx")

# Heading, row of the sheet, what is put there, and the format where it isn't the form's.
FILLED = [
    ("完成百分比", 5, 0.45, None), ("状态", 5, "按序时推进", None), ("进展情况", 5, "示例：一是开工，\n二是验收。", None),
    ("完成百分比", 6, "４５％", "@"), ("完成日期", 6, datetime.date(2022, 6, 30), None),
    ("完成百分比", 7, 100, "General"), ("完成日期", 7, "2022年7月1日", "@"), ("状态", 7, "已完成", None),
    ("指标1", 11, 17.5, None), ("存在问题", 11, "=示例", None), ("指标1", 12, "1,000", "@"), ("指标1", 10, 0.1, None),
    ("指标3", 10, "７００", "@"),
]
HELD = [
    "93,45,on_schedule,,示例：一是开工，|二是验收。,,", "101,45,,2022-06-30,,,", "106,100,done,2022-07-01,,,",
    "157,,,,,,1=0.1;3=700", "172,,,,,=示例,1=17.5", "178,,,,,,1=1000",
]
QUERY = """SELECT t.code || ',' || iif(e.percent IS NULL, '', printf('%g', e.percent)) || ',' || coalesce(e.state, '') || ','
    || coalesce(e.completed_on, '') || ',' || replace(coalesce(e.summary, ''), char(10), '|') || ','
    || coalesce(e.problem, '') || ',' || coalesce((SELECT group_concat(g.ordinal || '=' || printf('%g', v.value), ';')
        FROM reading AS v JOIN target AS g USING (target_id) WHERE v.progress_id = e.progress_id), '') AS held
    FROM progress AS e JOIN task AS t USING (task_id) WHERE e.quarter = '2022Q2' ORDER BY t.ordinal"""


def make(office):
    office.run("form", "export", "2022Q2", "--unit", "市城管局", "-o", "out", "--as-of", "2022-06-30", "--quiet")
    book = openpyxl.load_workbook(office.path("out", "市城管局.xlsx"))
    columns = headings(book.active)
    for heading, row, value, number_format in FILLED:
        cell = book.active.cell(row, columns[heading], value)
        if isinstance(value, str):
            cell.data_type = "s"  # also where it begins with =
        if number_format:
            cell.number_format = number_format
    book.save(office.path("filled.xlsx"))
    subprocess.run(["soffice", f"-env:UserInstallation=file://{office.path('profile')}", "--headless", "--convert-to",
                    "xlsx", "--outdir", office.path("saved"), office.path("filled.xlsx")], check=True, capture_output=True)
    os.makedirs(os.path.dirname(SAMPLE), exist_ok=True)
    shutil.copy(office.path("saved", "filled.xlsx"), SAMPLE)


def check(office):
    ledger = office.rows("SELECT ledger_id AS id FROM ledger")[0]["id"]
    move_to_ledger(SAMPLE, office.path("form.xlsx"), ledger, "市城管局")
    errors = office.run("form", "import", "form.xlsx", "--on", "2022-07-06")[1]
    assert errors == "共 8 行：新增 6，未变 0，未填 2\n", errors
    held = [row["held"] for row in office.rows(QUERY)]
    assert held == HELD, held


def main():
    with Office(sys.argv[-1]) as office:
        office.open_quarter()
        if sys.argv[1] == "--make":
            make(office)
        check(office)


main()
