"""The peer: the scores of the quarter and whether its gates are met, as one aggregate in DuckDB over the same figures."""
import json
import sys
import time

import duckdb

LOAD = """
CREATE TABLE people AS SELECT * FROM read_csv('{folder}/people.csv');
CREATE TABLE report AS SELECT * FROM read_csv('{folder}/reports.csv') ORDER BY person, kind, quarter, place, revision;
CREATE TABLE measure AS SELECT * FROM read_csv('{folder}/measures.csv') ORDER BY report, key;
"""

# Q3 2026, its thirteen weeks and three months, against its year before, else the quarter before.
ASK = """
WITH receipt AS (
    SELECT person, kind, quarter, place, arg_max(report, revision) AS report, arg_min(received, revision) <= any_value(due) AS punctual
    FROM report WHERE quarter IN ('2026-Q3', '2026-Q2', '2025-Q3') GROUP BY person, kind, quarter, place
), stated AS (
    SELECT receipt.person, receipt.kind, receipt.quarter, receipt.place,
           max(value) FILTER (key = 'revenue') AS revenue, max(value) FILTER (key = 'units_sold') AS units,
           max(value) FILTER (key = 'leads') AS leads, max(value) FILTER (key = 'purchase_orders') AS orders,
           sum(value) FILTER (key IN ('opportunities_proposal', 'opportunities_negotiation')) AS pipeline
    FROM receipt JOIN measure USING (report)
    WHERE key IN ('revenue', 'units_sold', 'leads', 'purchase_orders', 'opportunities_proposal', 'opportunities_negotiation')
    GROUP BY ALL
), month AS (
    SELECT person,
           count(*) FILTER (quarter = '2026-Q3') AS months, sum(revenue) FILTER (quarter = '2026-Q3') AS revenue,
           sum(units) FILTER (quarter = '2026-Q3') AS units, sum(leads) FILTER (quarter = '2026-Q3') AS leads,
           sum(orders) FILTER (quarter = '2026-Q3') AS orders,
           CASE WHEN count(*) FILTER (quarter = '2025-Q3') = 3 THEN sum(revenue) FILTER (quarter = '2025-Q3')
                WHEN count(*) FILTER (quarter = '2026-Q2') = 3 THEN sum(revenue) FILTER (quarter = '2026-Q2') END AS base
    FROM stated WHERE kind = 'monthly' GROUP BY person
), week AS (
    SELECT person, max(pipeline) FILTER (place = 13) AS pipeline
    FROM stated WHERE kind = 'weekly' AND quarter = '2026-Q3' GROUP BY person
), discipline AS (
    SELECT person, count(*) FILTER (kind = 'weekly' AND punctual) / 13 AS weekly,
           count(*) FILTER (kind = 'monthly' AND punctual) / 3 AS monthly, count(*) AS came
    FROM receipt WHERE quarter = '2026-Q3' GROUP BY person
), line AS (
    SELECT people.name, came,
           least(1.2, coalesce(month.revenue, 0) / (people.revenue / 4)) AS revenue,
           CASE WHEN base IS NOT NULL THEN least(1.2, greatest(0, (coalesce(month.revenue, 0) / base - 1) / 0.08)) END AS growth,
           least(1.2, coalesce(month.units, 0) / (people.units * 3)) AS units,
           CASE WHEN months = 3 THEN least(1.2, orders / leads / 0.3) ELSE 0 END AS conversion,
           least(1.2, coalesce(pipeline, 0) / 25) AS pipeline, weekly, monthly, 1 AS reviews, met AS qbr
    FROM people LEFT JOIN month USING (person) LEFT JOIN week USING (person) LEFT JOIN discipline USING (person)
)
SELECT name,
       (25 * revenue + coalesce(10 * growth, 0) + 10 * units + 15 * conversion + 10 * pipeline + 10 * weekly + 5 * monthly
        + 5 * reviews + 10 * qbr) / (90 + CASE WHEN growth IS NULL THEN 0 ELSE 10 END) AS score,
       NOT (revenue >= 1 AND weekly >= 0.9 AND monthly >= 1 AND came = 16) AS not_met
FROM line ORDER BY name
"""


def main(do: str, folder: str) -> None:
    started = time.perf_counter()
    with duckdb.connect(f"{folder}/peer.duckdb", read_only=do == "ask") as db:
        db.execute("SET threads = 1")
        if do == "load":
            db.execute(LOAD.format(folder=folder))
            return
        rows = db.execute(ASK).fetchall()
    seconds = time.perf_counter() - started
    print(json.dumps({"seconds": seconds, "rows": [[name, float(score), bool(not_met)] for name, score, not_met in rows]}))


main(*sys.argv[1:])
