#!/usr/bin/env python3
"""Reads a journal by docs/journal.md alone, sharing no code with the program that wrote it.

Prints a JSON object for each record, then one that says what is wrong. Ends with 0 only when the journal is whole.
"""
import hashlib
import json
import os
import re
import struct
import sys
import uuid

HEADER = struct.Struct("<8sHHIQqq16s16s72s4xI")
RECORD = struct.Struct("<4sIBB2xqqqq")
EVENT = struct.Struct("<16sqqqiBd")
NAME = re.compile(r"altercor-[0-9]{8}\.journal")
TEXTS = (1, 4, 5, 6, 7, 8, 9)
EVENTS = 3
NOBODY = str(uuid.UUID(int=0))


def crc_table():
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
        yield byte


CRC = list(crc_table())


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = CRC[(crc ^ byte) & 0xFF] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


assert crc32c(b"123456789") == 0xE3069283


def uuid_of(data):
    return str(uuid.UUID(bytes=data[7::-1] + data[:7:-1]))


def header_of(data):
    if len(data) < HEADER.size:
        return None
    mark, version, _, _, first, _, _, boot, chain, _, crc = HEADER.unpack_from(data)
    if mark != b"ALTRCORJ" or version != 1 or crc != crc32c(data[:148]):
        return None
    return {"first": first, "boot": uuid_of(boot), "chain": chain}


def event_of(payload):
    boot, number, monotonic, seconds, nanos, kind, value = EVENT.unpack_from(payload)
    at = EVENT.size
    words = []
    for _ in ("subject", "text"):
        (length,) = struct.unpack_from("<H", payload, at)
        words.append(payload[at + 2 : at + 2 + length].decode("utf-8"))
        at += 2 + length
    if at != len(payload):
        raise ValueError("an event of another length")
    return {"boot": uuid_of(boot), "number": number, "monotonic_nanos": monotonic, "seconds": seconds, "nanos": nanos,
            "kind_code": kind, "value_bits": struct.pack("<d", value).hex(), "subject": words[0], "text": words[1]}


def record_at(data, at):
    if data[at : at + 4] != b"JREC" or at + 64 > len(data):
        return None
    _, length, kind, durability, number, durable, monotonic, wall = RECORD.unpack_from(data, at)
    end = at + 64 + length
    if length > 1 << 20 or end > len(data):
        return None
    if struct.unpack_from("<I", data, end - 4)[0] != crc32c(data[at : end - 4]):
        return None
    payload = data[at + 44 : at + 44 + length]
    record = {"number": number, "durable": durable, "type_code": kind, "durability_code": durability,
              "monotonic_nanos": monotonic, "wall_millis": wall, "payload_hex": payload.hex()}
    if kind in TEXTS:
        record["text"] = payload.decode("utf-8")
    if kind == EVENTS:
        record["event"] = event_of(payload)
    return {"at": at, "end": end, "hashed": data[at : end - 20], "chain": data[end - 20 : end - 4], "record": record}


def scan(data, link):
    """Records, each with whether its chain follows, and (start, length) of holes; then the end of the last of them."""
    items, at, end = [], 152, 152
    while at < len(data):
        found = record_at(data, at)
        if found:
            found["linked"] = hashlib.sha256(link + found["hashed"]).digest()[:16] == found["chain"]
            link = found["chain"]
            items.append(found)
            at = end = found["end"]
            continue
        following = data.find(b"JREC", at + 1)
        while following >= 0 and not record_at(data, following):
            following = data.find(b"JREC", following + 1)
        following = following if following >= 0 else len(data)
        hole = data[at:following].rstrip(b"\0")
        if hole:
            items.append((at, len(hole)))
            end = at + len(hole)
        at = following
    return items, end


def records_of(items):
    return [item["record"] for item in items if isinstance(item, dict)]


class Reader:
    def __init__(self, take):
        self.take = take
        self.flaws = []
        self.segments = self.records = self.first = self.last = self.last_read = self.proven = 0
        self.is_numbered = False
        self.link = bytes(16)

    def read(self, folder):
        files = []
        for name in sorted(filter(NAME.fullmatch, os.listdir(folder))):
            with open(os.path.join(folder, name), "rb") as file:
                data = file.read()
            files.append((name, data, header_of(data)))
        for index, (name, data, header) in enumerate(files):
            following = next((later["first"] for _, _, later in files[index + 1 :] if later), None)
            if not header and not any(data):
                continue
            items, end = scan(data, header["chain"] if header else self.link)
            if header:
                self.begin(name, header)
            elif not any(self.is_new(record["number"], following) for record in records_of(items)):
                self.flaws.append({"kind": "torn-tail", "file": name, "offset": 0, "bytes": len(data.rstrip(b"\0"))})
                continue
            self.segments += 1
            self.segment(name, header, items, end, following)

    def is_new(self, number, following):
        return number > self.last and (following is None or number < following)

    def begin(self, name, header):
        before = header["first"] - 1
        if self.is_numbered and before > self.last:
            self.flaws.append({"kind": "missing", "file": name, "first": self.last + 1, "last": before})
        self.is_numbered = True
        self.last = max(self.last, before)
        self.proven = max(self.proven, before)

    def segment(self, name, header, items, end, following):
        known = records_of(items)
        durable = max((record["durable"] for record in known), default=0)
        if not header:
            first = min(record["number"] for record in known)
            if durable >= first or following is not None and following > first:
                self.flaws.append({"kind": "no-header", "file": name})
            else:
                self.flaws.append({"kind": "torn-tail", "file": name, "offset": 0, "bytes": 152})
        limit = max(self.proven, following - 1 if following is not None else durable)
        is_first = True
        for item in items:
            if isinstance(item, tuple):
                if self.last >= limit:
                    self.flaws.append({"kind": "torn-tail", "file": name, "offset": item[0], "bytes": end - item[0]})
                    return
                self.flaws.append({"kind": "spoilt", "file": name, "offset": item[0], "bytes": item[1]})
                continue
            number = item["record"]["number"]
            if not self.is_new(number, following):
                continue
            if number > self.last + 1 and self.last >= limit:
                self.flaws.append({"kind": "torn-tail", "file": name, "offset": item["at"], "bytes": end - item["at"]})
                return
            self.accept(name, header, item, number, is_first)
            is_first = False

    def accept(self, name, header, item, number, is_first):
        if self.is_numbered and number > self.last + 1:
            self.flaws.append({"kind": "missing", "file": name, "first": self.last + 1, "last": number - 1})
        follows = not (is_first and self.records and header) or header["chain"] == self.link
        if not (item["linked"] and follows):
            self.flaws.append({"kind": "chain-broken", "file": name, "number": number})
        self.first = self.first if self.records else number
        self.records += 1
        self.is_numbered = True
        self.last = self.last_read = number
        self.link = item["chain"]
        self.proven = max(self.proven, item["record"]["durable"])
        boot = header["boot"] if header and header["boot"] != NOBODY else None
        self.take({**item["record"], "boot": boot})


def main(folder):
    reader = Reader(lambda record: print(json.dumps(record)))
    reader.read(folder)
    print(json.dumps({"segments": reader.segments, "records": reader.records, "first": reader.first,
                      "last": reader.last_read, "chain": reader.link.hex(), "flaws": reader.flaws}))
    return 0 if all(flaw["kind"] == "torn-tail" for flaw in reader.flaws) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
