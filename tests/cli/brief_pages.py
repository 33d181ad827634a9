#!/usr/bin/env python3
"""brief_pages.py TAIZHANG SOFFICE: every leader's brief is one page of A4, as LibreOffice sets it: with a quarter reported, and with 114 red
tasks of two plans and 20 long matters.
brief_pages.py TAIZHANG SOFFICE FOLDER keeps what was made, to look at."""
import csv
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

LONG = '示例：汛期施工受限，道路围挡与管线迁改交叉作业无法同步推进，请求将完成时限延至次年三月底并追加资金（2022-07-01）'
STATES = ['按序时推进', '滞后', '存在困难', '超序时', '未启动']


def fill_quarter(taizhang, quarter, day):
    """Four of five tasks report, at every percentage; every third names a long problem."""
    taizhang('progress', 'template', quarter, '--as-of', day, '-o', 'template.csv')
    with open('template.csv', encoding='utf-8-sig', newline='') as file:
        rows = list(csv.DictReader(file))
    with open('filled.csv', 'w', encoding='utf-8', newline='') as file:
        writer = csv.writer(file)
        writer.writerow(['quarter', 'code', 'percent', 'state', 'problem'])
        for i, row in enumerate(rows):
            if i % 5:
                writer.writerow([quarter, row['code'], i * 7 % 100, STATES[i % 5], LONG if i % 3 == 0 else ''])
    taizhang('progress', 'import', 'filled.csv', '--on', day)


def add_worst(taizhang):
    with open('2023.csv', 'w', encoding='utf-8') as file:
        file.write('序号,任务,牵头领导,牵头单位\n')
        for number in range(1, 61):
            file.write(f'{number},{LONG}。,王峰,市促进中医药发展工作领导小组成员单位\n')
    taizhang('plan', 'import', '2023.csv', '--year', '2023', '--accept-gaps')
    taizhang('quarter', 'open', '2023Q1', '--on', '2023-03-31')
    for number in range(1, 21):
        taizhang('matter', 'add', '--task', f'2022/{30 + number}', '--content', LONG, '--objective-reason', LONG, '--leader', '王峰',
                 '--on', f'2023-04-{number:02}')


def write_briefs(taizhang, folder, day):
    os.mkdir(folder)
    leaders = taizhang('leader', 'list', '--format', 'csv').splitlines()[1:]
    for leader in (line.split(',')[0] for line in leaders):
        taizhang('brief', leader, '--as-of', day, '-o', os.path.join(folder, f'{day}-{leader}.docx'))


def page_count(path):
    with open(path, 'rb') as file:
        return len(re.findall(rb'/Type\s*/Page\b', file.read()))


def set_pages(soffice, folder, documents):
    """Pages as PDF; what soffice says where it fails is shown."""
    run = subprocess.run([soffice, f'-env:UserInstallation=file://{folder}/profile', '--headless', '--convert-to', 'pdf',
                          '--outdir', 'pages', *documents], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding='utf-8')
    assert run.returncode == 0, (run.returncode, run.stdout)


def main():
    program = os.path.abspath(sys.argv[1])

    def taizhang(*words):
        return subprocess.run([program, *words], check=True, capture_output=True, encoding='utf-8').stdout

    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        taizhang('init')
        taizhang('quarter', 'open', '2022Q1', '--on', '2022-03-31')
        fill_quarter(taizhang, '2022Q1', '2022-04-06')
        write_briefs(taizhang, 'full', '2022-04-30')
        add_worst(taizhang)
        write_briefs(taizhang, 'worst', '2023-04-21')
        documents = glob.glob('*/*.docx')
        set_pages(sys.argv[2], folder, documents)
        counts = {path: page_count(path) for path in sorted(glob.glob('pages/*.pdf'))}
        if len(sys.argv) > 3:
            shutil.copytree(folder, sys.argv[3], dirs_exist_ok=True)
        os.chdir('/')
    assert len(counts) == len(documents) >= 24, (len(counts), len(documents))
    wrong = {path: count for path, count in counts.items() if count != 1}
    for path, count in wrong.items():
        print(path, count, 'pages')
    return 1 if wrong else 0


sys.exit(main())
