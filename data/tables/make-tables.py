#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the small tables of the pack "innovation-territoriale" from its larger ones.

Inputs, all inside the pack:
  data/communes.csv, data/epci.csv, data/departements.csv, data/regions.csv   (INSEE's COG; edited by nobody)
  data/enquetes.csv        (edited by hand; this script only refills its columns share, score and count)
  content/exemples.json, content/vocabulaires.json                            (edited by hand)
Outputs, in the pack's data/:
  enquetes.csv (three columns), innovation-regards.csv, regions-synthese.csv, departements-synthese.csv, epci-types.csv,
  communes-tailles.csv, communes-tailles-parts.csv, exemples.csv, exemples-odd.csv, exemples-domaines.csv, exemples-acteurs.csv,
  exemples-odd-domaines.csv
Then run territoires-pack build --add on the pack. Usage: make-tables.py [PACK]
"""
import csv
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

PACK = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1] / "packs/innovation-territoriale"
DATA = PACK / "data"

SIZES = [  # (from, label, English label)
    (0, "Moins de 200", "Fewer than 200"),
    (200, "200 à 499", "200 to 499"),
    (500, "500 à 999", "500 to 999"),
    (1000, "1 000 à 1 999", "1,000 to 1,999"),
    (2000, "2 000 à 4 999", "2,000 to 4,999"),
    (5000, "5 000 à 9 999", "5,000 to 9,999"),
    (10000, "10 000 à 49 999", "10,000 to 49,999"),
    (50000, "50 000 et plus", "50,000 and more"),
]
EPCI_TYPES = [
    ("CC", "Communauté de communes", "Community of communes"),
    ("CA", "Communauté d’agglomération", "Agglomeration community"),
    ("CU", "Communauté urbaine", "Urban community"),
    ("METRO", "Métropole", "Metropolis"),
    ("MET69", "Métropole de Lyon", "Metropolis of Lyon"),
]


def read(name):
    with open(DATA / name, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def write(name, columns, rows):
    with open(DATA / name, "w", encoding="utf-8", newline="") as f:
        w = csv.DictWriter(f, columns, lineterminator="\n")
        w.writeheader()
        w.writerows(rows)
    print(f"{name}: {len(rows)}")


def people(row):
    return int(row["population"] or 0)


communes, epci = read("communes.csv"), read("epci.csv")
departements, regions = read("departements.csv"), read("regions.csv")
examples = [e for e in json.loads((PACK / "content/exemples.json").read_text("utf-8")) if e["kind"] == "example"]
vocabularies = {v["id"]: v for v in json.loads((PACK / "content/vocabulaires.json").read_text("utf-8"))}
of_commune = {c["code"]: c for c in communes}
members = defaultdict(list)
for c in communes:
    members[c["epci"]].append(c)
regions_of = {d["code"]: d["region"] for d in departements}


def terms(entry, vocabulary):
    return [t.split(":")[1] for t in entry.get("tags", []) if t.startswith(vocabulary + ":")]


def places(entry):
    """The départements and régions that an example names, or that its communes and EPCI lie in."""
    deps, regs = set(), set()
    for t in entry.get("territories", []):
        level, code = t.split(":")
        if level == "commune":
            deps.add(of_commune[code]["departement"])
        elif level == "epci":
            deps.update(c["departement"] for c in members[code])
        elif level == "departement":
            deps.add(code)
        elif level == "region":
            regs.add(code)
    return deps, regs | {regions_of[d] for d in deps}


# The survey figures: one column for each unit, so that each has its own title and unit.
survey = read("enquetes.csv")
for r in survey:
    r["share"] = r["value"] if r["unit"] == "%" else ""
    r["score"] = r["value"] if r["unit"] == "/10" else ""
    r["count"] = r["value"] if r["unit"] not in ("%", "/10") else ""
write("enquetes.csv", list(survey[0]), survey)

# Who sees partnerships as a source of innovation, in two periods. Nothing was found on associations in the first one.
of_figure = {r["id"]: r for r in survey}
rows = []
for ids in (("fig-017", "fig-086"), ("fig-027", "fig-087"), ("fig-088",), ("fig-040", "fig-089")):
    for r in map(of_figure.get, ids):
        assert r["unit"] == "%"
        rows.append({"id": r["id"], "audience": r["audience"], "audience@en": r["audience@en"],
                     "period": r["date"] if "-2022" in r["date"] else "2015-2016", "share": r["share"]})
write("innovation-regards.csv", list(rows[0]), rows)

by_dep, by_reg = Counter(), Counter()
for e in examples:
    deps, regs = places(e)
    by_dep.update(deps)
    by_reg.update(regs)

has_outline = {f["properties"]["code"] for f in json.loads((PACK / "maps/departements.geojson").read_text("utf-8"))["features"]}
rows = []
for d in departements:
    if d["code"] not in has_outline:
        continue
    inside = [c for c in communes if c["departement"] == d["code"]]
    rows.append({"code": d["code"], "nom": d["nom"].replace("'", "’"), "region": d["region"], "communes": len(inside),
                 "epci": len({c["epci"] for c in inside if c["epci"]}), "population": sum(map(people, inside)),
                 "exemples": by_dep[d["code"]]})
write("departements-synthese.csv", list(rows[0]), rows)

deps_of = Counter(r["region"] for r in rows)
rows = []
for r in regions:
    if not deps_of[r["code"]]:
        continue
    inside = [c for c in communes if c["region"] == r["code"]]
    rows.append({"code": r["code"], "nom": r["nom"].replace("'", "’"), "departements": deps_of[r["code"]], "communes": len(inside),
                 "epci": len({c["epci"] for c in inside if c["epci"]}), "population": sum(map(people, inside)),
                 "exemples": by_reg[r["code"]]})
write("regions-synthese.csv", list(rows[0]), rows)

rows = []
for code, fr, en in EPCI_TYPES:
    of_type = [e for e in epci if e["type"] == code]
    rows.append({"type": code, "nom": fr, "nom@en": en, "epci": len(of_type),
                 "communes": sum(len(members[e["code"]]) for e in of_type), "population": sum(map(people, of_type))})
assert sum(r["epci"] for r in rows) == len(epci)
write("epci-types.csv", list(rows[0]), rows)

rows = []
for i, (least, fr, en) in enumerate(SIZES):
    most = SIZES[i + 1][0] if i + 1 < len(SIZES) else 10**9
    inside = [c for c in communes if c["population"] and least <= people(c) < most]
    rows.append({"ordre": i + 1, "classe": fr, "classe@en": en, "communes": len(inside), "population": sum(map(people, inside))})
write("communes-tailles.csv", list(rows[0]), rows)

# The same classes, as shares of all communes and of all their inhabitants: so the two can stand side by side.
MEASURES = [("communes", "Part des communes", "Share of communes"), ("population", "Part de la population", "Share of the population")]
shares = [{"ordre": r["ordre"], "classe": r["classe"], "classe@en": r["classe@en"], "mesure": fr, "mesure@en": en,
           "part": round(100 * r[column] / sum(other[column] for other in rows), 1)} for r in rows for column, fr, en in MEASURES]
write("communes-tailles-parts.csv", list(shares[0]), shares)

titles = {v: {t["id"]: t for t in vocabularies[v]["terms"]} for v in ("odd", "field", "actor")}
rows = []
for e in examples:
    rows.append({"id": e["id"], "title": e["title"], "title@en": e.get("title@en", ""), "place": e["place"], "date": e.get("date", ""),
                 "summary": e["summary"], "summary@en": e.get("summary@en", ""), "actors": " ; ".join(e.get("actors", [])),
                 "fields": " ; ".join(titles["field"][t]["title"] for t in terms(e, "field")),
                 "goals": " ; ".join(terms(e, "odd")), "territories": " ".join(e.get("territories", [])),
                 "confidence": e["confidence"], "source": e["sources"][0].get("url", "")})
write("exemples.csv", list(rows[0]), rows)

for name, vocabulary in (("exemples-odd.csv", "odd"), ("exemples-domaines.csv", "field"), ("exemples-acteurs.csv", "actor")):
    count = Counter(t for e in examples for t in terms(e, vocabulary))
    rows = [{"id": t["id"], "nom": t["title"], "nom@en": t.get("title@en", ""), "exemples": count[t["id"]]} for t in vocabularies[vocabulary]["terms"]]
    write(name, list(rows[0]), rows)

# How many examples are at once of a field and of a goal; a goal's number is short enough for the head of a column.
count = Counter((field, goal) for e in examples for field in terms(e, "field") for goal in terms(e, "odd"))
rows = [{"domaine": f["title"], "domaine@en": f.get("title@en", ""), "odd": g["id"], "objectif": g["title"], "objectif@en": g.get("title@en", ""),
         "exemples": count[f["id"], g["id"]]} for f in vocabularies["field"]["terms"] for g in vocabularies["odd"]["terms"]]
write("exemples-odd-domaines.csv", list(rows[0]), rows)
