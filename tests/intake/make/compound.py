"""Writes a compound file (MS-CFB, version 3), which is what Outlook saves an e-mail in."""

import struct

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR, MINI, CUTOFF = 512, 64, 4096


def chain(table, start, count):
    for at in range(start, start + count):
        table.append(at + 1 if at + 1 < start + count else END)


def compound(tree):
    """The bytes of {name: bytes or tree}."""
    entries, mini, minifat, big = [], b"", [], []

    def add(name, kind):
        entries.append({"name": name, "kind": kind, "left": FREE, "right": FREE, "child": FREE, "start": END if kind == 2 else 0, "size": 0})
        return len(entries) - 1

    def link(ids):
        if not ids:
            return FREE
        middle = len(ids) // 2
        entries[ids[middle]]["left"], entries[ids[middle]]["right"] = link(ids[:middle]), link(ids[middle + 1:])
        return ids[middle]

    def fill(parent, inside):
        nonlocal mini
        ids = []
        for name in sorted(inside, key=lambda n: (len(n), n.upper())):
            what = inside[name]
            at = add(name, 1 if isinstance(what, dict) else 2)
            ids.append(at)
            if isinstance(what, dict):
                fill(at, what)
            elif what:
                entries[at]["size"] = len(what)
                if len(what) < CUTOFF:
                    entries[at]["start"] = len(minifat)
                    chain(minifat, len(minifat), -(-len(what) // MINI))
                    mini += what + bytes(-len(what) % MINI)
                else:
                    big.append((at, what))
        entries[parent]["child"] = link(ids)

    root = add("Root Entry", 5)
    fill(root, tree)
    sectors, table = [], []

    def store(data):
        start, count = len(sectors), -(-len(data) // SECTOR)
        data += bytes(-len(data) % SECTOR)
        sectors.extend(data[at * SECTOR:(at + 1) * SECTOR] for at in range(count))
        chain(table, start, count)
        return start if count else END

    for at, what in big:
        entries[at]["start"] = store(what)
    entries[root]["start"], entries[root]["size"] = store(mini), len(mini)
    minifat_sectors = -(-len(minifat) // 128)
    minifat_start = store(struct.pack(f"<{minifat_sectors * 128}I", *minifat, *[FREE] * (minifat_sectors * 128 - len(minifat)))) if minifat else END
    directory = b""
    for one in entries:
        name = one["name"].encode("utf-16-le") + b"\0\0"
        directory += name.ljust(64, b"\0") + struct.pack("<HBBIII", len(name), one["kind"], 1, one["left"], one["right"], one["child"]) + bytes(36) + struct.pack("<IQ", one["start"], one["size"])
    while len(directory) % SECTOR:
        directory += bytes(64) + struct.pack("<HBBIII", 0, 0, 0, FREE, FREE, FREE) + bytes(48)
    directory_start = store(directory)
    fats = 1
    while (len(table) + fats) > fats * 128:
        fats += 1
    first_fat = len(table)
    table += [FAT] * fats
    table += [FREE] * (fats * 128 - len(table))
    difat = [first_fat + at for at in range(fats)] + [FREE] * (109 - fats)
    head = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(16) + struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, fats, directory_start, 0, CUTOFF, minifat_start, minifat_sectors, END, 0)
    return head + struct.pack("<109I", *difat) + b"".join(sectors) + struct.pack(f"<{fats * 128}I", *table)
