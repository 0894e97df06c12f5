#!/usr/bin/env python3
"""Takes the cycles of both loops out of a journal by docs/journal.md alone.

Prints a JSON object for each loop of each start: how many cycles and checkpoints, the SHA-256 of all their bytes one
behind the other (each cycle's inputs and outputs, and behind those of a checkpoint its state), and of the first and the
last cycle one field by name.
"""
import hashlib
import json
import struct
import sys
import zlib

from read_journal import Reader

SIZES = {"int64": 8, "float64": 8, "int32": 4, "int8": 1, "flag": 1}
LOOPS = ("control", "supervisor")
MASK = (1 << 64) - 1


class Loop:
    def __init__(self, lines):
        self.fields, self.state_bytes, self.cycle_bytes = [], 0, 0
        for line in lines:
            group, _, kind, name = line.split(" ", 3)
            if group == "state":
                self.state_bytes += SIZES[kind]
            else:
                self.fields.append((name, kind, SIZES[kind]))
                self.cycle_bytes += SIZES[kind]
        self.hash = hashlib.sha256()
        self.cycles = self.checkpoints = 0
        self.following = None
        self.last = self.before_last = None
        self.first_time = self.last_time = None

    def take(self, payload):
        _, _, is_checkpoint, count, first = struct.unpack_from("<BBBxIq", payload)
        if is_checkpoint:
            self.last = [0] * len(self.fields)
            self.before_last = [0] * len(self.fields)
        elif first != self.following:
            self.following = None
            return
        data = zlib.decompress(payload[16:])
        state, data = data[: self.state_bytes * is_checkpoint], data[self.state_bytes * is_checkpoint :]
        like = struct.unpack_from(f"<{len(self.fields)}H", data)
        at, columns = 2 * len(self.fields), []
        for (_, _, size), same in zip(self.fields, like):
            if same:
                columns.append(columns[same - 1])
            else:
                columns.append(data[at : at + size * count])
                at += size * count
        if at != len(data):
            raise ValueError("bytes behind the columns")
        for cycle in range(count):
            self.cycle(columns, cycle, count)
            if cycle == 0 and is_checkpoint:
                self.hash.update(state)
                self.checkpoints += 1
        self.following = first + count

    def cycle(self, columns, cycle, count):
        whole = bytearray()
        for index, (_, kind, size) in enumerate(self.fields):
            column = columns[index]
            delta = sum(column[byte * count + cycle] << 8 * byte for byte in range(size))
            last = self.last[index]
            if kind == "int64":
                delta = delta >> 1 ^ -(delta & 1)
                value = (2 * last - self.before_last[index] + delta) & MASK
            else:
                value = last ^ delta
            self.before_last[index], self.last[index] = last, value
            whole += value.to_bytes(size, "little")
        self.hash.update(whole)
        self.cycles += 1
        self.last_time = self.last[0]
        self.first_time = self.last_time if self.first_time is None else self.first_time

    def told(self):
        return {"cycles": self.cycles, "checkpoints": self.checkpoints, "sha256": self.hash.hexdigest(),
                "first_field": self.fields[0][0], "first": self.first_time, "last": self.last_time}


def main(folder):
    loops = {}

    def take(record):
        payload = bytes.fromhex(record["payload_hex"])
        if record["type_code"] == 9:
            head, *lines = payload.decode("utf-8").splitlines()
            form, loop = head.split(" ")
            assert form == "altercor-layout/1"
            loops[record["boot"], loop] = Loop(lines)
        elif record["type_code"] == 2:
            loops[record["boot"], LOOPS[payload[1]]].take(payload)

    Reader(take).read(folder)
    for (boot, loop), cycles in loops.items():
        print(json.dumps({"boot": boot, "loop": loop, **cycles.told()}))


if __name__ == "__main__":
    main(sys.argv[1])
