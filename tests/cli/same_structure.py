#!/usr/bin/env python3
"""Compares what two configs built that differ only in their texts: one of plain words, one of markup.

usage: same_structure.py PLAIN_FOLDER HOSTILE_FOLDER PLAIN_WORD HOSTILE_TEXT_FILE

Every .svg parses as XML and every .html as HTML to the same elements with the same attributes; their texts and attribute
values differ by nothing but the plain word, in whose place the hostile text stands whole, and by numbers, since a longer
name changes the window of a figure. (The test has made HTML of the Markdown pages before.) Prints what differs, and fails
if something does or if the hostile text is nowhere.
"""
import re
import sys
import xml.etree.ElementTree
from html.parser import HTMLParser
from pathlib import Path


class Events(HTMLParser):
    """The tags in their order, and the texts between them. Places to break a line are part of neither."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.events = [("text", "")]

    def add_text(self, text):
        if self.events[-1][0] != "text":
            self.events.append(("text", ""))
        self.events[-1] = ("text", self.events[-1][1] + text)

    def handle_starttag(self, tag, attributes):
        if tag != "wbr":
            self.events.append(("<" + tag, sorted(attributes)))

    def handle_endtag(self, tag):
        self.events.append((">" + tag, []))

    def handle_data(self, data):
        self.add_text(data)

    def handle_comment(self, data):
        self.events.append(("comment", data))

    def unknown_decl(self, data):
        self.events.append(("declaration", data))


def html_events(text):
    parser = Events()
    parser.feed(text)
    parser.close()
    return parser.events


def svg_texts(text):
    """What an SVG says in words: title and description. Its glyphs are outlines."""
    root = xml.etree.ElementTree.fromstring(text)
    local = lambda element: element.tag.rsplit("}", 1)[-1]
    found = [("tags", " ".join(sorted({local(element) for element in root.iter()})))]
    return found + [("text", "".join(e.itertext())) for e in root.iter() if local(e) in ("title", "desc", "text")]


def normal(text):
    return re.sub(r"\s+", " ", re.sub(r"\d+(\.\d+)?", "0", text))


def main():
    plain_folder, hostile_folder, word, hostile_file = sys.argv[1:]
    hostile = normal(Path(hostile_file).read_text(encoding="utf-8"))
    failures, places = [], 0
    for path in sorted(Path(plain_folder).rglob("*")):
        if path.suffix not in (".html", ".svg"):
            continue
        name = path.relative_to(plain_folder)
        read = html_events if path.suffix == ".html" else svg_texts
        plain = read(path.read_text(encoding="utf-8"))
        other = read((Path(hostile_folder) / name).read_text(encoding="utf-8"))
        expected = [normal(repr(event) if isinstance(event[1], list) else event[1]) for event in plain]
        got = [normal(repr(event) if isinstance(event[1], list) else event[1]) for event in other]
        quoted = normal(repr(hostile))[1:-1]
        for i, (want, have) in enumerate(zip(expected, got)):
            put = quoted if isinstance(plain[i][1], list) else hostile
            if plain[i][0] == "comment":
                put = put.replace("--", "- -")  # which would end it
            places += have.count(put)
            if plain[i][0] != other[i][0] or want.replace(word, put) != have:
                failures.append(f"{name}: event {i}: {plain[i][0]} {want!r}\n  became {other[i][0]} {have!r}")
                break
        else:
            if len(expected) != len(got):
                failures.append(f"{name}: {len(expected)} events became {len(got)}")
    print("\n".join(failures))
    print(f"the hostile text stands in {places} places")
    sys.exit(1 if failures or places == 0 else 0)


main()
