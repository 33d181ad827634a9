#!/usr/bin/env python3
"""docx.py TAIZHANG: the packages that the command writes hold what Word demands of one.

Every part is well-formed XML and of a content type; every relationship leads to a part; every style that the text uses is defined,
and so is every font that a style names; the elements stand in the order of the schema where Word refuses another.
"""
import os
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

TYPES = '{http://schemas.openxmlformats.org/package/2006/content-types}'
RELATIONS = '{http://schemas.openxmlformats.org/package/2006/relationships}'
REFERENCE = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
ORDERS = {
    'pPr': 'pStyle keepNext keepLines pageBreakBefore spacing ind jc outlineLvl rPr sectPr',
    'rPr': 'rFonts b bCs sz szCs lang',
    'tblPr': 'tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblCaption',
    'tcPr': 'tcW vAlign',
    'sectPr': 'footerReference pgSz pgMar',
    'style': 'name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr',
    'font': 'altName charset family pitch',
    'settings': 'defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang',
}
failures = []


def check(holds, *words):
    if not holds:
        failures.append(' '.join(str(word) for word in words))


def read_parts(path):
    with zipfile.ZipFile(path) as package:
        check(package.testzip() is None, path, 'is damaged')
        names = package.namelist()
        check(names[0] == '[Content_Types].xml', path, 'begins with', names[0])
        check(len(names) == len(set(names)), path, 'has a part twice')
        return {name: ElementTree.fromstring(package.read(name)) for name in names}


def check_types(parts):
    types = parts['[Content_Types].xml']
    defaults = {node.get('Extension') for node in types.iter(TYPES + 'Default')}
    named = {node.get('PartName') for node in types.iter(TYPES + 'Override')}
    for name in parts:
        check(name == '[Content_Types].xml' or '/' + name in named or name.rsplit('.', 1)[1] in defaults, name, 'has no type')
    for name in named:
        check(name[1:] in parts, name, 'has a type and is not there')


def check_relations(parts):
    for name, root in parts.items():
        if not name.endswith('.rels'):
            continue
        folder = os.path.dirname(os.path.dirname(name))
        for node in root.iter(RELATIONS + 'Relationship'):
            target = os.path.join(folder, node.get('Target'))
            check(target in parts, name, 'leads to', target)
    known = {node.get('Id') for node in parts['word/_rels/document.xml.rels'].iter(RELATIONS + 'Relationship')}
    for node in parts['word/document.xml'].iter():
        wanted = node.get(REFERENCE + 'id')
        check(wanted is None or wanted in known, 'no relationship', wanted)


def check_styles(parts):
    styles = {node.get(W + 'styleId') for node in parts['word/styles.xml'].iter(W + 'style')}
    fonts = {node.get(W + 'name') for node in parts['word/fontTable.xml'].iter(W + 'font')}
    for name in ('word/document.xml', 'word/footer1.xml', 'word/footer2.xml', 'word/styles.xml'):
        for tag in ('pStyle', 'tblStyle', 'basedOn', 'next'):
            for node in parts[name].iter(W + tag):
                check(node.get(W + 'val') in styles, name, 'uses the style', node.get(W + 'val'))
        for node in parts[name].iter(W + 'rFonts'):
            for of in ('ascii', 'hAnsi', 'eastAsia'):
                font = node.get(W + of)
                check(font is None or font in fonts, name, 'uses the font', font)


def check_order(parts):
    for name, root in parts.items():
        for tag, words in ORDERS.items():
            order = words.split()
            for node in root.iter(W + tag):
                places = []
                for child in node:
                    word = child.tag.replace(W, '')
                    check(word in order, name, tag, 'holds', word)
                    places.append(order.index(word) if word in order else 0)
                check(places == sorted(places), name, tag, 'is out of order')


def check_tables(parts):
    for table in parts['word/document.xml'].iter(W + 'tbl'):
        columns = len(table.find(W + 'tblGrid'))
        rows = table.findall(W + 'tr')
        check(rows[0].find(W + 'trPr').find(W + 'tblHeader') is not None, 'a table without a header')
        for row in rows:
            check(len(row.findall(W + 'tc')) == columns, 'a row without', columns, 'cells')
            for cell in row.findall(W + 'tc'):
                check(cell[-1].tag == W + 'p', 'a cell that does not end with a paragraph')


def text_of(parts):
    return '\n'.join(''.join(run.text or '' for run in paragraph.iter(W + 't'))
                     for paragraph in parts['word/document.xml'].iter(W + 'p'))


def check_package(path, *wanted):
    parts = read_parts(path)
    for look in (check_types, check_relations, check_styles, check_order, check_tables):
        look(parts)
    for words in wanted:
        check(words in text_of(parts), path, 'lacks', words)


def write_papers(program):
    def taizhang(*words):
        subprocess.run([program, *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    taizhang('init')
    taizhang('quarter', 'open', '2022Q2', '--on', '2022-06-30')
    taizhang('progress', 'add', '172', '2022Q2', '--percent', '10', '--reading', '3.9', '--problem', '示例：<甲> & "乙"\n丙',
             '--on', '2022-07-05')
    taizhang('bulletin', 'issue', '2022Q2', '--number', '示〔2022〕1号', '--on', '2022-07-15', '-o', 'bulletin.docx')
    taizhang('bulletin', 'diff', '2022Q2', '--on', '2022-07-20', '-o', 'correction.docx')
    taizhang('brief', '李强', '--as-of', '2022-07-15', '-o', 'brief.docx')
    taizhang('letter', 'chase', '2022Q2', '--as-of', '2022-07-15', '-o', 'letters')
    taizhang('letter', 'press', '4', '5', '--as-of', '2022-07-15', '-o', 'pressed')


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        write_papers(program)
        check_package('bulletin.docx', '示〔2022〕1号', '示例：<甲> & "乙"', '附件1')
        check_package('correction.docx', '无需更正')
        check_package('brief.docx', '李强牵头任务进展情况', '（2022年7月15日）')
        # behind 、 a line may end, also between numbers
        check_package('pressed/督办单-2022-07-15-市发展改革委.docx', '第4、\u200b5项')
        letters = os.listdir('letters')
        check(len(letters) == 43, len(letters), 'letters')
        for name in letters:
            check_package(os.path.join('letters', name), name[len('催报单-2022-07-15-'):-len('.docx')] + '：')
        os.chdir('/')
    for failure in sorted(set(failures)):
        print(failure)
    return 1 if failures else 0


sys.exit(main())
