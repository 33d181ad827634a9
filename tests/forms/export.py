#!/usr/bin/python3
"""export.py TAIZHANG: what the forms say of the days, and of tasks whatever their words are."""
import sys

import openpyxl

from forms import FIRST_ROW, Office, headings


def form(office, folder, unit="市住房城乡建设局", options=()):
    """The deadline over the rows, and by the tasks' codes what stands in the column of the due day."""
    office.run("form", "export", "2022Q2", "-o", folder, "--as-of", "2022-06-30", "--quiet", *options)
    sheet = openpyxl.load_workbook(office.path(folder, unit + ".xlsx")).active
    columns = headings(sheet)
    deadlines = [cell.value for row in sheet.iter_rows(max_row=FIRST_ROW - 2) for cell in row
                 if cell.value and cell.value.startswith("报送截止")]
    rows = {sheet.cell(row, columns["任务编号"]).value: sheet.cell(row, columns["完成时限及本季应完成"]).value
            for row in range(FIRST_ROW, sheet.max_row + 1)}
    return deadlines, rows


def check_due_days(office):
    """2022Q2 is due on 2022-07-07. Of a year's task half of the days have gone by, the middle of six months of twelve: 50%."""
    deadlines, before = form(office, "out")
    assert deadlines == ["报送截止：2022-07-07"], deadlines
    assert before["99"] == "2022-12-31\n本季50%", before
    # A contribution is asked for by an earlier day, and one by a later: the form's day is the earliest, rows name the others.
    office.run("request", "add", "54", "2022Q2", "市住房城乡建设局", "--due", "2022-07-04", "--on", "2022-06-30", "--quiet")
    office.run("request", "add", "83", "2022Q2", "市住房城乡建设局", "--due", "2022-11-15", "--on", "2022-06-30", "--quiet")
    deadlines, rows = form(office, "out2")
    assert deadlines == ["报送截止：2022-07-04"], deadlines
    assert rows["99"] == "2022-12-31\n本季50%\n报送截止：2022-07-07", rows
    assert rows["83"].endswith("\n报送截止：2022-11-15"), rows
    assert "报送截止" not in rows["54"], rows
    # What is expected is the same whosever forms are written, and when another quarter is open by that last day.
    office.run("quarter", "open", "2022Q3", "--on", "2022-06-30", "--quiet")
    assert form(office, "out3") == (deadlines, rows)
    assert form(office, "out4", options=("--unit", "市住房城乡建设局")) == (deadlines, rows)


def check_any_text(office):
    """What XML can't say is U+FFFD, a cell holds 32,767 characters and its prompt 255: all forms are written all the same."""
    for code, text in (("99", "示例\ufffe\x01道路"), ("100", "长" * 40000)):
        office.run("task", "set", code, "--text", text, "--on", "2022-06-30", "--quiet")
    office.run("target", "add", "99", "--name", "示例" * 150, "--kind", "amount", "--value", "5", "--on", "2022-06-30", "--quiet")
    office.run("form", "export", "2022Q2", "-o", "out", "--as-of", "2022-06-30", "--quiet")
    sheet = openpyxl.load_workbook(office.path("out", "市住房城乡建设局.xlsx")).active
    columns = headings(sheet)
    texts = {sheet.cell(row, columns["任务编号"]).value: sheet.cell(row, columns["任务内容"]).value
             for row in range(FIRST_ROW, sheet.max_row + 1)}
    assert texts["99"] == "示例\ufffd\ufffd道路", texts["99"]
    assert texts["100"] == "长" * 32766 + "…", len(texts["100"])


def check_what_cells_take(office):
    """The states in the order of a task's life; the calendar's days, 2020-01-01 and 2040-12-31 as serial numbers; a figure in
    percent is shown as one, and any other with its measure."""
    form(office, "out", "市城管局")
    sheet = openpyxl.load_workbook(office.path("out", "市城管局.xlsx")).active
    taken = {(rule.type, rule.formula1, rule.formula2) for rule in sheet.data_validations.dataValidation}
    assert taken == {("decimal", "0", "1"), ("decimal", "-1000000000000", "1000000000000"),
                     ("list", '"未启动,按序时推进,超序时,滞后,存在困难,已完成"', None),
                     ("date", "43831", "51501"), ("textLength", "2000", None)}, taken
    assert sheet.cell(11, headings(sheet)["指标1"]).number_format == 'General"公里"'
    form(office, "out2", "市发展改革委", ("--unit", "市发展改革委"))
    sheet = openpyxl.load_workbook(office.path("out2", "市发展改革委.xlsx")).active
    assert sheet.cell(FIRST_ROW, headings(sheet)["指标1"]).number_format == "0.00%"


def main():
    for check in (check_due_days, check_any_text, check_what_cells_take):
        with Office(sys.argv[1]) as office:
            office.open_quarter()
            check(office)
            print(check.__name__)


main()
