"""What the tests of the forms share: a ledger of 示例 data in a folder of its own, and the command on it."""
import csv
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from hashlib import blake2b

import openpyxl

HEADING_ROW, FIRST_ROW = 4, 5


class Office:
    """A folder with a ledger in which 2022Q1 was reported in part and 2022Q2 is open."""

    def __init__(self, taizhang):
        self.program = os.path.abspath(taizhang)
        self.folder = tempfile.mkdtemp(prefix="taizhang-forms-")
        self.environment = dict(os.environ, TAIZHANG_ACTOR="督查科", LANG="C", TZ="Asia/Shanghai")
        for name in ("LC_ALL", "LC_MESSAGES", "TAIZHANG_LEDGER", "COLUMNS"):
            self.environment.pop(name, None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def run(self, *arguments, code=0, standard_input=""):
        """Runs the command; its standard output and standard error."""
        done = subprocess.run([self.program, *arguments], cwd=self.folder, env=self.environment,
                              input=standard_input, capture_output=True, encoding="utf-8")
        if done.returncode != code:
            raise AssertionError(f"{arguments}: exit {done.returncode}, not {code}\n{done.stderr}")
        return done.stdout, done.stderr

    def open_quarter(self):
        self.run("init", "--quiet")
        self.run("quarter", "open", "2022Q1", "--on", "2022-03-31", "--quiet")
        self.run("progress", "import", "-", "--on", "2022-04-06", "--quiet", standard_input=(
            "quarter,code,percent,state,reading_1,summary\n"
            "2022Q1,172,10,按序时推进,3.9,示例：已开工3个标段\n"))
        self.run("quarter", "open", "2022Q2", "--on", "2022-06-30", "--quiet")

    def rows(self, query):
        return list(csv.DictReader(io.StringIO(self.run("sql", query, "--format", "csv", "--max-rows", "0")[0])))


def headings(sheet):
    """The columns by their headings, from 1."""
    return {cell.value: cell.column for cell in sheet[HEADING_ROW] if cell.value}


def rewrite(source, target, change):
    """Copies a workbook, each part's text as change(name, text) gives it; None leaves it out."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = change(name, old.read(name))
            if text is not None:
                new.writestr(name, text)


def key(ledger, quarter, task, unit):
    """A key as docs/forms.md describes it."""
    fields = b"".join(field.encode() + b"\0" for field in (ledger, quarter, task, unit))
    check = blake2b(fields, digest_size=16).hexdigest()[:8]
    return f"TZFORM1|{ledger}|{quarter}|{task}|{check}|{unit}"


def move_to_ledger(source, target, ledger, unit):
    """Copies a form of the unit as if it were one of the ledger with that id. LibreOffice writes the unit, in another
    script, as a run of text of its own: what stands before it is replaced."""
    pattern = re.compile(r"TZFORM1\|[0-9a-f]{16}\|([^|<]*)\|([^|<]*)\|[0-9a-f]{8}\|")

    def change(_name, text):
        if b"TZFORM1|" not in text:
            return text
        return pattern.sub(lambda m: key(ledger, m[1], m[2], unit).removesuffix(unit), text.decode()).encode()

    rewrite(source, target, change)
