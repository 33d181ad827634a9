"""check.py TAIZHANG: opens the workbooks that the command writes, as Excel would, and looks at what is in them: types, fills,
frozen rows, filters, print set-up. Each test starts from a ledger of its own."""
import datetime
import os
import pty
import subprocess
import sys
import tempfile
import unittest

import openpyxl

import package

program = os.path.abspath(sys.argv.pop(1))
DAY = datetime.datetime


class Workbooks(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.environment = {"PATH": os.environ["PATH"], "LANG": "C", "TZ": "Asia/Shanghai", "TAIZHANG_ACTOR": "督查科",
                            "TMPDIR": self.folder.name}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                self.environment[name] = os.environ[name]

    def run_command(self, *arguments, code=0, text=None):
        done = subprocess.run([program, *arguments], cwd=self.folder.name, env=self.environment, input=text,
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, code, done.stderr)
        return done

    def book_of(self, *arguments):
        path = os.path.join(self.folder.name, "book.xlsx")
        self.run_command(*arguments, "--format", "xlsx", "--output", path)
        self.parts = package.check(path)
        book = openpyxl.load_workbook(path)
        self.addCleanup(book.close)
        return book

    def ledger(self):
        """The 2022 plan with four entries of the second quarter: a red lamp, a green one, and texts like formulas."""
        self.run_command("init", "--quiet")
        self.run_command("quarter", "open", "2022Q2", "--on", "2022-06-30", "--quiet")
        self.run_command("progress", "import", "-", "--on", "2022-07-06", "--quiet", text=(
            "quarter,code,percent,summary,problem\n"
            "2022Q2,1,50,\"=HYPERLINK(\"\"http://x\"\")\",\n"
            "2022Q2,2,12.5,\"一\n二\",'+1\n"
            "2022Q2,4,50,-示例,@示例\n"
            "2022Q2,17,50,示例,\n"))

    @staticmethod
    def cells(sheet):
        """Row by row the cells by the titles of their columns."""
        rows = sheet.iter_rows()
        titles = [cell.value for cell in next(rows)]
        return [dict(zip(titles, row)) for row in rows]

    def test_a_list_is_a_sheet_to_work_with(self):
        self.ledger()
        sheet = self.book_of("task", "list", "--as-of", "2022-07-08").active
        self.assertEqual(sheet.title, "任务一览")
        self.assertEqual(sheet.freeze_panes, "A2")
        self.assertEqual(sheet.auto_filter.ref, "A1:N188")
        self.assertEqual((sheet.page_setup.paperSize, sheet.page_setup.orientation), (9, "landscape"))
        self.assertEqual((sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage), (0, True))
        self.assertEqual(sheet.print_title_rows, "$1:$1")
        self.assertIn("任务一览", sheet.oddHeader.center.text)
        self.assertIn("2022-07-08", sheet.oddHeader.right.text)
        self.assertIn("&P", sheet.oddFooter.center.text)

    def test_values_have_their_types(self):
        self.ledger()
        rows = {row["编号"].value: row for row in self.cells(self.book_of("task", "list", "--as-of", "2022-07-08").active)}
        row = rows["2"]
        self.assertEqual(row["编号"].data_type, "s")  # a code is no number
        self.assertEqual((row["完成时限"].value, row["完成时限"].number_format), (DAY(2022, 12, 31), "yyyy-mm-dd"))
        self.assertEqual((row["完成百分比"].value, row["完成百分比"].number_format), (12.5, "0.0"))
        self.assertEqual(row["序时进度"].value, 50)
        self.assertEqual(row["滞后百分点"].value, 37.5)
        self.assertEqual((row["类别"].value, row["亮灯"].value), ("阶段性", "红灯"))
        self.assertIsNone(rows["17"]["完成时限"].value)  # a standing task

    def test_a_lamp_is_a_colour_with_its_word(self):
        self.ledger()
        fills = {}
        for row in self.cells(self.book_of("task", "list", "--as-of", "2022-07-08").active):
            lamp = row["亮灯"]
            self.assertEqual(lamp.fill.fill_type, "solid")
            fills.setdefault(lamp.value, set()).add(lamp.fill.fgColor.rgb)
        self.assertEqual(fills, {"红灯": {"FFFFC7CE"}, "绿灯": {"FFC6EFCE"}, "黄灯": {"FFFFEB9C"}})

    def test_text_like_a_formula_stays_text(self):
        self.ledger()
        rows = {row["编号"].value: row for row in self.cells(
            self.book_of("progress", "list", "--as-of", "2022-07-08").active)}
        self.assertEqual(rows["1"]["进展情况"].value, '=HYPERLINK("http://x")')
        self.assertEqual(rows["2"]["进展情况"].value, "一\n二")
        self.assertEqual(rows["2"]["存在问题"].value, "'+1")
        self.assertEqual((rows["4"]["进展情况"].value, rows["4"]["存在问题"].value), ("-示例", "@示例"))
        for row in rows.values():
            self.assertNotIn(row["进展情况"].data_type, ("f", "e"))
        self.assertFalse(any(b"<f>" in content or b"<hyperlink" in content for name, content in self.parts.items()
                             if name.startswith("xl/worksheets/")))

    def test_odd_values(self):
        self.run_command("init", "--empty", "--quiet")
        sheet = self.book_of(
            "sql", "SELECT 9007199254740993 AS big, -1.5 AS small, 9e999 AS infinite, x'00AB' AS bytes, "
            "'2022-02-30' AS due_on, '2022-04-06T09:30:00+08:00' AS written_at, 1 AS is_overdue, 0 AS is_late, "
            "'a' || char(0) || 'b' || char(1) || '_x0041_' || char(65535) AS text, replace(hex(zeroblob(20000)), '00', '账') AS long").active
        row = self.cells(sheet)[0]
        self.assertEqual(row["big"].value, "9007199254740993")  # the last digit would be lost
        self.assertEqual(row["small"].value, -1.5)
        self.assertEqual(row["infinite"].data_type, "s")
        self.assertEqual(row["bytes"].value, "X'00AB'")
        self.assertEqual(row["due_on"].value, "2022-02-30")  # no such day
        self.assertEqual(row["written_at"].value, DAY(2022, 4, 6, 9, 30))
        self.assertEqual((row["is_overdue"].value, row["is_late"].value), ("是", "否"))
        self.assertIn(b"a\xef\xbf\xbdb\xef\xbf\xbd_x005F_x0041_\xef\xbf\xbd<", self.parts["xl/worksheets/sheet1.xml"])
        self.assertEqual(len(row["long"].value), 20000)

    def test_a_text_too_long_for_a_cell_is_cut(self):
        self.run_command("init", "--empty", "--quiet")
        row = self.cells(self.book_of("sql", "SELECT replace(hex(zeroblob(40000)), '00', '账') AS a, "
                                      "replace(hex(zeroblob(20000)), '00', '\U00020000') AS b").active)[0]
        self.assertEqual((len(row["a"].value), row["a"].value[-2:]), (32767, "账…"))
        # a character beyond the first plane counts twice for Excel
        self.assertLessEqual(len(row["b"].value.encode("utf-16-le")) // 2, 32767)
        self.assertEqual(row["b"].value[-1], "…")

    def test_widths_and_heights_are_of_what_is_in_the_cells(self):
        self.run_command("init", "--empty", "--quiet")
        sheet = self.book_of("sql", "SELECT '甲乙丙丁戊己庚辛' AS a, 'abcdefgh' AS b, "
                             "replace(hex(zeroblob(60)), '00', '账') AS c, 'x' AS d").active
        width = {name: round(sheet.column_dimensions[name].width, 1) for name in "ABCD"}
        self.assertAlmostEqual(width["A"] - width["B"], 8, delta=0.1)  # eight characters of double width
        self.assertAlmostEqual(width["A"] - width["D"], 10, delta=0.1)  # none is narrower than six
        self.assertLess(width["C"], 50)  # 120 wide: wrapped
        self.assertTrue(sheet["C2"].alignment.wrap_text)
        self.assertGreater(sheet.row_dimensions[2].height, 40)  # on three lines

    def test_bars_and_english(self):
        self.ledger()
        sheet = self.book_of("quarter", "status", "2022Q2", "--as-of", "2022-07-08", "--lang", "en").active
        self.assertEqual(sheet.title, "Returns by unit")
        self.assertIn("Page &P of &N", sheet.oddFooter.center.text)
        rules = [(str(ranges.sqref), rule.type) for ranges in sheet.conditional_formatting for rule in ranges.rules]
        self.assertEqual(rules, [(f"H2:H{sheet.max_row}", "dataBar")])

    def test_a_list_without_rows_has_its_titles(self):
        self.run_command("init", "--quiet")
        sheet = self.book_of("overdue", "--as-of", "2022-07-08").active
        self.assertEqual((sheet.max_row, sheet["A1"].value), (1, "编号"))
        self.assertEqual(sheet.freeze_panes, "A2")

    def test_parts_are_sheets_and_empty_ones_are_left_out(self):
        self.ledger()
        book = self.book_of("--as-of", "2022-07-08")
        self.assertEqual(book.sheetnames, ["调度", "亮灯", "督查重点", "最需关注"])
        self.assertEqual(book.properties.title, "今日一览")

    def test_the_ledger_as_a_workbook(self):
        self.ledger()
        book = self.book_of("export", "--as-of", "2022-07-08")
        self.assertEqual(book.sheetnames, ["任务", "本季报送", "逾期", "滞后", "未报送", "单位统计", "领导统计", "章节统计", "各季度亮灯"])
        self.assertEqual(book.properties.title, "重点工作任务台账")
        self.assertEqual((book["任务"].max_row, book["逾期"].max_row), (188, 1))
        row = self.cells(book["各季度亮灯"])[0]
        counted = self.run_command("sql", "SELECT tasks, closed, red, yellow, green, grey FROM plan_scorecard "
                                   "WHERE as_of = '2022-07-08'", "--format", "csv").stdout.splitlines()[1]
        self.assertEqual(",".join(str(row[title].value) for title in ("任务数", "已销号", "红灯", "黄灯", "绿灯", "暂不评价")), counted)
        chart = self.parts["xl/charts/chart1.xml"].decode()
        for column in "FGHEI":  # red, yellow, green, closed, grey
            self.assertIn(f"<c:val><c:numRef><c:f>'各季度亮灯'!${column}$2</c:f>", chart)
        self.assertIn("<c:cat><c:strRef><c:f>'各季度亮灯'!$B$2</c:f>", chart)
        self.assertIn("C00000", chart)

    def test_sheet_names_are_what_excel_takes(self):
        self.run_command("init", "--empty", "--quiet")
        os.mkdir(os.path.join(self.folder.name, "own"))
        title = "一/二:三[四]'" + "长" * 40
        with open(os.path.join(self.folder.name, "own", "odd.sql"), "w", encoding="utf-8") as file:
            file.write(f"-- {title}&5 | T\nSELECT 1 AS a")
        sheet = self.book_of("report", "odd", "--reports", "own").active
        self.assertEqual(sheet.title, ("一 二 三 四  " + "长" * 40)[:31])

    def test_a_workbook_goes_to_no_terminal(self):
        self.run_command("init", "--empty", "--quiet")
        main, terminal = pty.openpty()
        done = subprocess.run([program, "overdue", "--format", "xlsx"], cwd=self.folder.name, env=self.environment,
                              stdout=terminal, stderr=subprocess.PIPE, text=True, check=False)
        os.close(terminal)
        os.close(main)
        self.assertEqual((done.returncode, done.stderr),
                         (2, "taizhang: xlsx 不能输出到终端\n  用 --output 文件.xlsx\n"))

    def test_more_rows_than_a_sheet_holds(self):
        self.run_command("init", "--empty", "--quiet")
        path = os.path.join(self.folder.name, "book.xlsx")
        self.run_command("sql", "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 1048577) SELECT n FROM n",
                         "--timeout", "0", "--format", "xlsx", "--output", path)
        book = openpyxl.load_workbook(path, read_only=True)
        self.addCleanup(book.close)
        self.assertEqual(book.sheetnames, ["查询结果", "查询结果 (2)"])
        self.assertEqual(book["查询结果"].max_row, 1048576)
        self.assertEqual([[cell.value for cell in row] for row in book["查询结果 (2)"].iter_rows()], [["n"], [1048576], [1048577]])


if __name__ == "__main__":
    unittest.main()
