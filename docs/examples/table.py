"""The distribution of a round as a table: python3 docs/examples/table.py"""

import csv
import io
import subprocess

answer = subprocess.run(
    ["npx", "spreidingswijzer", "allocate", "--round", "2026", "--format", "csv"],
    capture_output=True,
    text=True,
    check=True,
)
rows = list(csv.DictReader(io.StringIO(answer.stdout)))
known = [row for row in rows if row["genoemd"]]
print(len(rows), "municipalities,", sum(int(row["genoemd"]) for row in known), "places printed")
