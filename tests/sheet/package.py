"""What Excel and Word demand of a package: every part has a content type, every relationship leads to a part and every part
is reached by one, every part that is XML is well-formed; of a workbook also: every cell's style is there."""
import posixpath
import re
import xml.etree.ElementTree as xml
import zipfile

TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def source_of(rels):
    """xl/_rels/workbook.xml.rels belongs to xl/workbook.xml, _rels/.rels to the package itself."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name[:-len(".rels")])


def check_types(parts):
    root = xml.fromstring(parts["[Content_Types].xml"])
    defaults = {entry.get("Extension").lower() for entry in root.iter(TYPES + "Default")}
    overrides = [entry.get("PartName").lstrip("/") for entry in root.iter(TYPES + "Override")]
    assert len(overrides) == len(set(overrides)), "a part has two content types"
    for name in overrides:
        assert name in parts, f"{name} has a content type and isn't there"
    for name in parts:
        known = name in overrides or name.rpartition(".")[2].lower() in defaults
        assert known or name == "[Content_Types].xml", f"{name} has no content type"


def check_links(parts):
    reached = set()
    for rels in [name for name in parts if name.endswith(".rels")]:
        source = source_of(rels)
        assert source == "" or source in parts, f"{rels} is of a part that isn't there"
        links = list(xml.fromstring(parts[rels]).iter(LINKS + "Relationship"))
        assert len({link.get("Id") for link in links}) == len(links), f"{rels} uses an Id twice"
        for link in links:
            if link.get("TargetMode") == "External":
                raise AssertionError(f"{rels} leads out of the package: {link.get('Target')}")
            target = link.get("Target")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(
                posixpath.join(posixpath.dirname(source), target))
            assert path in parts, f"{rels} leads to {path}, which isn't there"
            reached.add(path)
    for name in parts:
        is_own = name == "[Content_Types].xml" or name.endswith(".rels")
        assert is_own or name in reached, f"nothing leads to {name}"


def check_styles(parts):
    styles = xml.fromstring(parts["xl/styles.xml"])
    formats = len(styles.find(SHEET + "cellXfs"))
    assert int(styles.find(SHEET + "cellXfs").get("count")) == formats
    for name in [name for name in parts if name.startswith("xl/worksheets/sheet")]:
        for style in re.findall(rb'<c r="[A-Z]+\d+" s="(\d+)"', parts[name]):
            assert int(style) < formats, f"{name} has style {style}"


def check(path):
    """Asserts all of it, and returns the parts by their names."""
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        names = package.namelist()
        assert len(names) == len(set(names)), "a part is there twice"
        assert names[0] == "[Content_Types].xml"
        parts = {name: package.read(name) for name in names}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            xml.fromstring(content)
    check_types(parts)
    check_links(parts)
    if "xl/workbook.xml" in parts:
        check_styles(parts)
    return parts
