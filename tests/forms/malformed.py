#!/usr/bin/python3
"""malformed.py TAIZHANG: whatever comes in place of a form is refused, with the words that say why, in bounded memory and time,
and nothing of it is in the ledger."""
import os
import resource
import struct
import sys
import time
import zipfile
import zlib

import openpyxl

from forms import FIRST_ROW, Office, headings, key, rewrite

SHEET = "xl/worksheets/sheet1.xml"
MOST_MEMORY_KIB = 1 << 20  # a sanitizer takes a multiple of what the command needs
MOST_SECONDS = 60


class Case:
    """A form of the unit with task 172 and others, to be spoilt, and what must be said about it."""

    def __init__(self, office):
        self.office = office
        self.form = office.path("out", "市城管局.xlsx")
        self.file = office.path("bad.xlsx")
        self.ledger = office.rows("SELECT ledger_id AS id FROM ledger")[0]["id"]

    def refused(self, *lines, code=4, options=()):
        """Exactly these lines are said; {} stands for the file."""
        before = time.monotonic()
        errors = self.office.run("form", "import", "bad.xlsx", "--on", "2022-07-06", *options, code=code)[1]
        expected = [line.replace("{}", "bad.xlsx") for line in lines]
        assert errors.splitlines() == expected, f"\n{errors}\nexpected:\n" + "\n".join(expected)
        assert self.office.rows("SELECT count(*) AS n FROM progress WHERE quarter = '2022Q2'") == [{"n": "0"}]
        assert time.monotonic() - before < MOST_SECONDS
        assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < MOST_MEMORY_KIB

    def accepted(self):
        """Nothing is said of it but how many rows it has."""
        errors = self.office.run("form", "import", "bad.xlsx", "--on", "2022-07-06", "--dry-run")[1]
        assert errors.startswith("共 ") and "新增 1，" in errors, errors

    def cells_refused(self, *lines):
        self.refused(*lines, f"taizhang: {{}}：{len(lines)} 处错误，未导入任何一行")

    def write(self, contents):
        with open(self.file, "wb") as file:
            file.write(contents)

    def change_part(self, part, change):
        rewrite(self.form, self.file, lambda name, text: change(text) if name == part else text)

    def edit(self, change):
        """change(sheet, cell): cell(heading, row) counts rows from 1."""
        book = openpyxl.load_workbook(self.form)
        sheet = book.active
        columns = headings(sheet)
        change(sheet, lambda heading, row=1: sheet.cell(FIRST_ROW + row - 1, columns[heading]))
        book.save(self.file)


def put(heading, value, number_format=None, row=1):
    def change(_sheet, cell):
        cell(heading, row).value = value
        if number_format:
            cell(heading, row).number_format = number_format
    return change


# ---- the file

NOT_XLSX = ("taizhang: {} 不是 .xlsx 工作簿", "  请在 Excel、WPS 中另存为 .xlsx")
DAMAGED = ("taizhang: {} 已损坏或不完整", "  请重新取一份文件")
TOO_LARGE = ("taizhang: {} 展开后过大，不像填报表", "  请把内容填到重新导出的填报表中")
MALFORMED = ("taizhang: {} 的内容不合 .xlsx 格式", "  请在 Excel、WPS 中另存为 .xlsx")
DOCTYPE = ("taizhang: {} 的 XML 带有文档类型定义，不予读取", "  请在 Excel、WPS 中另存为 .xlsx")
LOCKED = "  请另存为不设密码的 .xlsx"
NO_FORM = ("taizhang: {} 不是本系统导出的填报表，或隐藏的标识列已丢失",
           "  请填在 form export 导出的文件里，不要只复制可见部分")


def encrypted(form):
    """The same file, every part of which says that it is encrypted (APPNOTE.TXT 4.4.4, bit 0)."""
    changed = bytearray(form)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = form.find(mark)
        while at >= 0:
            changed[at + offset] |= 1
            at = form.find(mark, at + 4)
    return bytes(changed)


def check_files(case):
    case.refused("taizhang: 找不到文件 bad.xlsx", code=3)
    os.mkdir(case.file)
    case.refused("taizhang: {} 不是普通文件")
    os.rmdir(case.file)
    case.write(b"")
    case.refused(*NOT_XLSX)
    case.write("季度,任务编号\n2022Q2,172\n".encode())
    case.refused(*NOT_XLSX)
    case.write(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504))
    case.refused("taizhang: {} 是旧版 .xls，或设了打开密码", LOCKED)
    with open(case.form, "rb") as file:
        form = file.read()
    for size in (30, len(form) // 2, len(form) - 1):
        case.write(form[:size])
        case.refused(*DAMAGED)
    case.write(encrypted(form))
    case.refused("taizhang: {} 是加密的", LOCKED)
    with open(case.file, "wb") as file:
        file.truncate((64 << 20) + 1)
    case.refused("taizhang: {} 超过 64 MiB", "  请删去表中的图片等附件")
    with zipfile.ZipFile(case.file, "w") as other:
        other.writestr("word/document.xml", "<document/>")
    case.refused("taizhang: {} 里没有工作表", "  请在 Excel、WPS 中另存为 .xlsx")
    book = openpyxl.Workbook()
    book.active["A1"] = "示例：自己做的表"
    book.save(case.file)
    case.refused(*NO_FORM)


def large_sheet(case, before, piece, count, declared=None):
    """A form whose sheet is `count` times `piece` long when it is unpacked, of which the file has one and repeats it."""
    rewrite(case.form, case.file, lambda name, text: None if name == SHEET else text)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = packer.compress(before) + packer.flush(zlib.Z_FULL_FLUSH)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    data = head + body * count
    with open(case.file, "rb") as file:
        old = file.read()
    end = old.rindex(b"PK\x05\x06")
    entries, size, start = struct.unpack("<HLL", old[end + 10:end + 20])
    name = SHEET.encode()
    length = declared if declared is not None else min(len(before) + len(piece) * count, 0xFFFFFFF0)
    facts = struct.pack("<HHHHLLLHH", 0, 8, 0, 0x21, 0, len(data), length, len(name), 0)
    local = b"PK\x03\x04" + struct.pack("<H", 20) + facts + name + data
    entry = b"PK\x01\x02" + struct.pack("<HH", 20, 20) + facts + bytes(10) + struct.pack("<L", start) + name
    case.write(old[:start] + local + old[start:end] + entry + b"PK\x05\x06" + bytes(4)
               + struct.pack("<HHLLH", entries + 1, entries + 1, size + len(entry), start + len(local), 0))


def check_bombs(case):
    main = b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
    large_sheet(case, main, b" " * (1 << 20), 2048)  # 2 GiB of blanks
    case.refused(*TOO_LARGE)
    large_sheet(case, main, b"<row><c><v>1</v></c></row>" * 40000, 2048)  # 2 GiB of cells
    case.refused(*TOO_LARGE)
    large_sheet(case, main, b" " * (1 << 20), 2048, declared=100)  # that says it is small
    case.refused(*TOO_LARGE)
    large_sheet(case, main + b"<row a='", b"x" * (1 << 20), 2048)  # 2 GiB of one attribute
    case.refused(*TOO_LARGE)
    large_sheet(case, main, b"<a>" * 1000, 1000)
    case.refused(*TOO_LARGE)
    case.change_part("xl/sharedStrings.xml", lambda text: text.replace(b"<si>", b"<si/>" * (1 << 20) + b"<si>", 1))
    case.refused(*TOO_LARGE)
    case.change_part("xl/sharedStrings.xml", lambda text: text.replace(b"<si><t>", b"<si><t>" + b"x" * 200000, 1))
    case.refused(*TOO_LARGE)
    lead_nowhere = b"<sheet name='x' r:id='nowhere'/>" * (1 << 20)
    case.change_part("xl/workbook.xml", lambda text: text.replace(b"<sheets>", b"<sheets>" + lead_nowhere, 1))
    case.refused(*TOO_LARGE)
    with zipfile.ZipFile(case.file, "w") as other:
        for number in range(5000):
            other.writestr(f"{number}", "")
    case.refused(*TOO_LARGE)
    with open(case.form, "rb") as file:
        form = file.read()
    end = form.rindex(b"PK\x05\x06")  # as a file of more than 65,535 parts ends
    case.write(form[:end] + b"PK\x06\x07" + bytes(16) + form[end:])
    case.refused(*TOO_LARGE)


def check_xml(case):
    bomb = b"".join(b"<!ENTITY e%d '%s'>" % (n, b"&e%d;" % (n - 1) * 10 if n else b"x" * 10) for n in range(10))
    heads = [b"<!DOCTYPE w [" + bomb + b"]>", b"<!DOCTYPE w [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
             b"<!DOCTYPE w SYSTEM 'https://example.org/w.dtd'>"]
    for part in (SHEET, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "_rels/.rels"):
        for head in heads:
            case.change_part(part, lambda text: text.replace(b"?>", b"?>" + head, 1))
            case.refused(*DOCTYPE)
        case.change_part(part, lambda text: text[:-9])
        case.refused(*MALFORMED)
    case.change_part(SHEET, lambda text: text.replace(b'<c r="A5"', b'<c r="AAAA5"'))
    case.refused(*MALFORMED)
    case.change_part(SHEET, lambda text: text.replace(b't="s"><v>', b't="s"><v>9999'))
    case.refused(*MALFORMED)


# ---- whose form it is

def check_forms(case):
    other = Office(case.office.program)
    with other:
        other.open_quarter()
        other.run("form", "export", "2022Q2", "-o", case.office.path("other"), "--as-of", "2022-06-30", "--quiet")
    os.replace(case.office.path("other", "市城管局.xlsx"), case.file)
    case.refused("taizhang: {}:填报表!A4：是另一台账的填报表", "  请核对 --ledger")

    case.office.run("form", "export", "2022Q1", "-o", "earlier", "--as-of", "2022-03-31", "--quiet")
    os.replace(case.office.path("earlier", "市城管局.xlsx"), case.file)
    case.refused("taizhang: {}:填报表!A4：是2022Q1的填报表，现在收的是2022Q2", "  若确要补收，用 --quarter 2022Q1")
    case.office.run("form", "import", "bad.xlsx", "--on", "2022-07-06", "--quarter", "2022Q1")

    def drop_key_column(sheet, _cell):
        for ranges in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(ranges))
        sheet.delete_cols(1)
    case.edit(drop_key_column)
    case.refused(*NO_FORM)

    case.edit(lambda sheet, _cell: sheet.delete_rows(4))
    case.refused("taizhang: {}:填报表!A4：表头一行已丢失，不知各列是什么", "  请填在重新导出的填报表里")
    case.edit(lambda sheet, _cell: sheet.cell(4, 7, "百分比"))
    case.refused("taizhang: {}:填报表!A4：缺少“完成百分比”一列", "  请填在重新导出的填报表里，不要改动表头")

    # a reading would be lost without a word: of task 172, which has a target, and of a column that is there twice
    case.edit(lambda sheet, _cell: sheet.cell(4, 10, "指标一"))
    case.refused("bad.xlsx: 待确认：不认得的列，未导入：指标一", "taizhang: {}:填报表!A4：缺少“指标1”一列",
                 "  请填在重新导出的填报表里，不要改动表头")
    case.edit(lambda sheet, _cell: (sheet.cell(4, 16, "指标1"), sheet.cell(11, 16, 17)))
    case.refused("taizhang: {}:填报表!A4：重复了“指标1”一列", "  请填在重新导出的填报表里，不要改动表头")
    case.edit(lambda sheet, _cell: sheet.cell(4, 16, "percent"))
    case.refused("taizhang: {}:填报表!A4：重复了“完成百分比”一列", "  请填在重新导出的填报表里，不要改动表头")

    def count_up(sheet, _cell):  # as a cell does that is dragged down
        sheet["A4"].value = sheet["A4"].value.replace("2022Q2", "2022Q3")
    case.edit(count_up)
    case.refused("taizhang: {}:填报表!A4：填报表的隐藏标识被改动", "  请重新导出，不要改动隐藏列")


def check_rows(case):
    def with_key(text):
        def change(sheet, cell):
            cell("完成百分比").value = 0.45
            sheet.cell(FIRST_ROW, 1).value = text
        return change
    at = "{}:填报表!G5: 完成百分比: "
    case.edit(with_key(None))
    case.cells_refused(at + "此行没有隐藏标识，不知是哪项任务；请填在原有的行里，不要插入行")
    case.edit(with_key("示例"))
    case.cells_refused(at + "此行没有隐藏标识，不知是哪项任务；请填在原有的行里，不要插入行")
    case.edit(with_key(key(case.ledger, "2022Q2", "2022/93", "市城管局").replace("/93", "/94")))
    case.cells_refused(at + "此行的隐藏标识被改动；请填在重新导出的填报表里")
    case.edit(with_key("TZFORM1|x"))
    case.cells_refused(at + "此行的隐藏标识被改动；请填在重新导出的填报表里")
    case.edit(with_key(key("0123456789abcdef", "2022Q2", "2022/93", "市城管局")))
    case.cells_refused(at + "此行是另一台账的")
    case.edit(with_key(key(case.ledger, "2022Q1", "2022/93", "市城管局")))
    case.cells_refused(at + "此行是2022Q1的")
    case.edit(with_key(key(case.ledger, "2022Q2", "2022/93", "市科技局")))
    case.cells_refused(at + "此行是市科技局的")
    code = "{}:填报表!B5: 任务编号: "
    case.edit(with_key(key(case.ledger, "2022Q2", "2022/999", "市城管局")))
    case.cells_refused(code + "编号为“93”，而此行是第999项")

    def another_task(sheet, cell):  # pasted over, without the hidden column
        cell("完成百分比").value = 0.45
        cell("任务编号").value = 101
    case.edit(another_task)
    case.cells_refused(code + "编号为“101”，而此行是第93项")

    def twice(sheet, cell):
        for column in range(1, sheet.max_column + 1):
            sheet.cell(13, column).value = sheet.cell(FIRST_ROW, column).value
        sheet.cell(FIRST_ROW, 7).value = sheet.cell(13, 7).value = 45
        sheet.cell(13, 7).number_format = sheet.cell(FIRST_ROW, 7).number_format = "0"
    case.edit(twice)
    case.cells_refused("{}:填报表!B13: 任务编号: 93：与填报表!B5重复：同一任务、季度和报送单位只能有一行")

    def copied(sheet, cell):  # the row stands on the same line of both sheets
        cell("完成百分比").value = 0.45
        sheet.parent.copy_worksheet(sheet).title = "填报表 (2)"
    case.edit(copied)
    case.cells_refused("{}:填报表 (2)!B5: 任务编号: 93：与填报表!B5重复：同一任务、季度和报送单位只能有一行")

    def merged(sheet, cell):
        cell("进展情况").value = "示例：两项一起说"
        sheet.merge_cells("M5:M6")
    case.edit(merged)
    case.cells_refused("{}:填报表!M5: 进展情况: 合并了几行的单元格，不知属于哪项任务；请取消合并，逐行填写")

    def inserted(sheet, _cell):
        sheet.cell(20, 13).value = "示例：多写一行"
    case.edit(inserted)
    case.cells_refused("{}:填报表!M20: 进展情况: 此行没有隐藏标识，不知是哪项任务；请填在原有的行里，不要插入行")


# ---- cells

def check_cells(case):
    percent, state, day = "{}:填报表!G5: 完成百分比: ", "{}:填报表!H5: 状态: ", "{}:填报表!I5: 完成日期: "
    reading = "{}:填报表!J11: 指标1: "  # of task 172, in 公里
    states = "；可用：ahead 超序时、behind 滞后、difficult 存在困难、done 已完成、not_started 未启动、on_schedule 按序时推进"
    retype = "；若是前者，键入 {}；若是后者，撤销工作表保护（没有密码），把格式改为“常规”，键入 {}"
    cases = [
        (put("完成百分比", 1, "General"), percent + "1：不知是 1% 还是 100%；请带百分号填写"),
        (put("完成百分比", 0.45, "General"), percent + "0.45：不知是 0.45% 还是 45%；请带百分号填写"),
        (put("完成百分比", "0.45", "@"), percent + "0.45：不知是 0.45% 还是 45%；请带百分号填写"),
        (put("完成百分比", "１", "@"), percent + "１：不知是 1% 还是 100%；请带百分号填写"),
        (put("完成百分比", 1.2), percent + "120%：百分比须在0到100之间"),
        (put("完成百分比", 97), percent + "97：不知是 97% 还是 9700%" + retype.format("97%", "9700")),
        (put("完成百分比", -5, "General"), percent + "-5：百分比须在0到100之间"),
        (put("完成百分比", "过半"), percent + "“过半”不是百分比；写作 45 或 45%"),
        (put("完成百分比", 44742, "yyyy-mm-dd"), percent + "44742：单元格是日期，应为百分比"),
        (put("完成百分比", True), percent + "单元格是逻辑值，应为百分比"),
        (put("完成百分比", "#N/A"), percent + "单元格是错误值 #N/A"),
        (put("完成百分比", "=45/100"), percent + "公式还没有算出值；请用 Excel、WPS 打开并保存一次，或直接填值"),
        (put("状态", "差不多了"), state + "不认识“差不多了”" + states),
        (put("状态", 5), state + "不认识“5”" + states),
        (put("完成日期", "2022-02-30"), day + "“2022-02-30”不是有效日期；请写成 2022-07-05"),
        (put("完成日期", "7月5日"), day + "“7月5日”不是有效日期；请写成 2022-07-05"),
        (put("完成日期", 0.45, "0%"), day + "0.45：单元格是百分比，应为日期"),
        (put("完成日期", -3, "General"), day + "-3：单元格是数，应为日期"),
        (put("完成日期", 1, "General"), day + "1900-01-01 不在日历内（2020 年至 2040 年）"),
        (put("完成日期", 44749, "yyyy-mm-dd"), day + "2022-07-07：完成日期晚于报送日期"),
        (put("指标1", "很多", row=7), reading + "“很多”不是数；只写以公里计的数"),
        (put("指标1", 0.45, "0%", row=7), reading + "“45%”不是数；只写以公里计的数"),
        (put("指标1", 44742, "m/d", row=7), reading + "44742：单元格是日期，应为数"),
        (put("指标1", 17, row=1), "{}:填报表!J5: 指标1: 17：任务没有第1个指标；"
                                  "任务没有指标：请填完成百分比，或先用 target add 增列"),
        (put("进展情况", False), "{}:填报表!M5: 进展情况: 单元格是逻辑值，应为文字"),
    ]
    for change, line in cases:
        case.edit(change)
        case.cells_refused(line)

    def several(_sheet, cell):  # one good row, and each bad cell of the others
        cell("完成百分比", 1).value = 0.45
        cell("完成百分比", 2).value = "过半"
        cell("状态", 2).value = "好"
        cell("完成日期", 3).value = "昨天"
    case.edit(several)
    case.cells_refused("{}:填报表!G6: 完成百分比: “过半”不是百分比；写作 45 或 45%",
                       "{}:填报表!H6: 状态: 不认识“好”" + states,
                       "{}:填报表!I7: 完成日期: “昨天”不是有效日期；请写成 2022-07-05")

    case.edit(put("完成百分比", 1, "General"))
    case.form, form = case.file, case.form
    name = "表&#10;" + "很长" * 200  # of the sheet, which Excel would not take
    os.replace(case.file, case.office.path("named.xlsx"))
    case.form = case.office.path("named.xlsx")
    case.change_part("xl/workbook.xml", lambda text: text.replace('name="填报表"'.encode(), f'name="{name}"'.encode()))
    case.cells_refused("{}:表 " + "很长" * 20 + ("!G5: 完成百分比: 1：不知是 1% 还是 100%；请带百分号填写"))
    case.form = form

    case.form = case.office.path("out", "市发展改革委.xlsx")  # task 1 has a target in %
    at = headings(openpyxl.load_workbook(case.form).active)["指标1"]
    letter = openpyxl.utils.get_column_letter(at)
    case.edit(put("指标1", 0.065, "General"))
    first = f"{{}}:填报表!{letter}5: 指标1: "
    case.cells_refused(first + "0.065：不知是 0.065% 还是 6.5%；请带百分号填写")
    # 6.5 pasted into the form's cell, which shows 650% then: over 100%, and over ten times the target of 6%
    case.edit(put("指标1", 6.5))
    case.cells_refused(first + "6.5：不知是 6.5% 还是 650%" + retype.format("6.5%", "650"))
    case.edit(put("指标1", 650, "General"))  # as it says for the second
    case.accepted()
    case.form = case.office.path("out", "市城管局.xlsx")


def check_many(case):
    """Rows without end: of what is wrong the first fifty are told; more than are asked for aren't judged at all."""
    def dragged(sheet, cell):  # 300 rows below have something in them, and no key
        for row in range(20, 320):
            sheet.cell(row, 13).value = "示例"
    case.edit(dragged)
    no_key = "此行没有隐藏标识，不知是哪项任务；请填在原有的行里，不要插入行"
    case.refused(*(f"{{}}:填报表!M{row}: 进展情况: {no_key}" for row in range(20, 70)),
                 "taizhang: {}：300 处错误（另有 250 处未列出），未导入任何一行")

    def copied(sheet, cell, count):  # 187 are asked, and a thousand more is nobody's form: 8 and the headings are there
        for row in range(20, 20 + count):
            sheet.cell(row, 1).value = sheet.cell(FIRST_ROW, 1).value
    case.edit(lambda sheet, cell: copied(sheet, cell, 1187 - 9))
    errors = case.office.run("form", "import", "bad.xlsx", "--on", "2022-07-06")[1]
    assert errors == "共 1186 行：新增 0，未变 0，未填 1186\n", errors
    case.edit(lambda sheet, cell: copied(sheet, cell, 1187 - 8))
    case.refused("taizhang: {} 的行太多：2022Q2共 187 项应报事项", "  请把内容填到重新导出的填报表中")


def check_later_targets(case):
    """Task 101 got targets after the round was opened. The form from before has columns for three, of task 157: the fourth is
    told of where the row is filled in."""
    for number in "一二三四":
        case.office.run("target", "add", "101", "--name", "示例：新增指标" + number, "--kind", "amount", "--value", "5", "--measure",
                        "个", "--on", "2022-07-02", "--quiet")
    counted = "共 8 行：新增 1，未变 0，未填 7；试运行，未写入\n"
    told = "bad.xlsx: 待确认：第101项的指标4在调度开启后增列，表中没有这一列，未收到它的数\n"
    for row, expected in ((1, counted), (2, told + counted)):
        case.edit(put("完成百分比", 0.45, row=row))
        errors = case.office.run("form", "import", "bad.xlsx", "--on", "2022-07-06", "--dry-run")[1]
        assert errors == expected, errors
    case.edit(put("完成百分比", 0.45, row=2))
    errors = case.office.run("form", "import", "bad.xlsx", "--on", "2022-07-01", "--dry-run")[1]
    assert errors == counted, errors  # on that day it had none of them


def check_adjusted_target(case):
    """Ten times what is aimed at is ten times the target as it is on the day: 10 x 6% before the adjustment of task 1, where over
    100% it is ambiguous, and 10 x 120% from it on."""
    case.office.run("task", "adjust", "1", "--target", "1=120", "--reason", "示例", "--authority", "市政府", "--on", "2022-07-02",
                    "--quiet")
    case.form = case.office.path("out", "市发展改革委.xlsx")
    case.edit(put("指标1", 1.3))  # 130 or 130% typed into the form's cell
    case.accepted()
    errors = case.office.run("form", "import", "bad.xlsx", "--on", "2022-07-01", "--dry-run", code=4)[1]
    assert "指标1: 1.3：不知是 1.3% 还是 130%；" in errors, errors
    case.form = case.office.path("out", "市城管局.xlsx")


def check_plan_of_another_year(case):
    """A round of 2023 asks for tasks of the plan of 2022 too: in a sentence they have its year."""
    with Office(case.office.program) as office:
        office.open_quarter()
        office.run("quarter", "open", "2023Q1", "--on", "2023-03-31", "--quiet")
        office.run("form", "export", "2023Q1", "-o", "out", "--unit", "市城管局", "--as-of", "2023-03-31", "--quiet")
        for number in "一二三四":
            office.run("target", "add", "101", "--name", "示例：新增指标" + number, "--kind", "amount", "--value", "5", "--measure",
                       "个", "--on", "2023-04-03", "--quiet")
        later = Case(office)
        later.edit(put("完成百分比", 0.45, row=2))
        for language, told in (
                ("zh", "待确认：2022年第101项的指标4在调度开启后增列，表中没有这一列，未收到它的数"),
                ("en", "to confirm: task 2022/101: target 4 was added after the round was opened: the form has no column for it, "
                       "and its figure was not read")):
            errors = office.run("form", "import", "bad.xlsx", "--on", "2023-04-06", "--dry-run", "--lang", language)[1]
            assert errors.splitlines()[0] == "bad.xlsx: " + told, errors

        def another_task(_sheet, cell):
            cell("完成百分比").value = 0.45
            cell("任务编号").value = 101
        later.edit(another_task)
        errors = office.run("form", "import", "bad.xlsx", "--on", "2023-04-06", code=4)[1]
        assert "编号为“101”，而此行是2022年第93项" in errors, errors


def check_unknown_columns(case):
    """They are told of, and change nothing."""
    case.edit(lambda sheet, _cell: (sheet.cell(4, 16, "备注"), sheet.cell(5, 16, "示例")))
    errors = case.office.run("form", "import", "bad.xlsx", "--on", "2022-07-06")[1]
    assert errors == ("bad.xlsx: 待确认：不认得的列，未导入：备注\n"
                      "共 8 行：新增 0，未变 0，未填 8\n"), errors


def check_each_on_its_own(case):
    """Of two files one is bad: the other is in the ledger, and the exit code tells of the bad one."""
    case.edit(put("完成百分比", 1, "General"))
    os.replace(case.file, case.office.path("worse.xlsx"))
    case.edit(put("完成百分比", 0.45))
    errors = case.office.run("form", "import", "worse.xlsx", "nowhere.xlsx", "bad.xlsx", "--on", "2022-07-06", code=4)[1]
    assert errors.splitlines() == [
        "worse.xlsx:填报表!G5: 完成百分比: 1：不知是 1% 还是 100%；请带百分号填写",
        "taizhang: worse.xlsx：1 处错误，未导入任何一行", "taizhang: 找不到文件 nowhere.xlsx",
        "bad.xlsx: 共 8 行：新增 1，未变 0，未填 7"], errors
    assert case.office.rows("SELECT count(*) AS n FROM progress WHERE quarter = '2022Q2'") == [{"n": "1"}]
    case.edit(put("完成百分比", 0.46))
    case.office.run("quarter", "close", "2022Q2", "--on", "2022-07-10", "--yes")
    errors = case.office.run("form", "import", "bad.xlsx", "--on", "2022-07-11", code=4)[1]
    assert "关闭" in errors and "--late" in errors, errors
    case.office.run("form", "import", "bad.xlsx", "--on", "2022-07-11", "--late")
    assert case.office.rows("SELECT is_after_close AS n FROM progress WHERE percent = 46") == [{"n": "1"}]


def main():
    with Office(sys.argv[1]) as office:
        office.open_quarter()
        office.run("form", "export", "2022Q2", "-o", "out", "--as-of", "2022-06-30", "--quiet")
        case = Case(office)
        for check in (check_files, check_bombs, check_xml, check_forms, check_rows, check_cells, check_many,
                      check_later_targets, check_adjusted_target, check_plan_of_another_year, check_unknown_columns, check_each_on_its_own):
            check(case)
            print(check.__name__)


main()
