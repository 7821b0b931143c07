"""The rival of the ingest case: reads, cleans and writes the file to SQLite, and screens nothing."""
import gzip
import sqlite3
import sys
import time

import pandas

path, database = sys.argv[1], sys.argv[2]
start = time.perf_counter()
with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
    header = file.readline()
separator = ";" if header.count(";") > header.count(",") else ","
amount = "quantity" if "quantity" in header.lower() else "amount"
frame = pandas.read_csv(path, sep=separator, dtype=str, keep_default_na=False, encoding="utf-8")
frame.columns = [name.lower() for name in frame.columns]
for name in frame.columns:
    frame[name] = frame[name].str.strip()
frame["seizure_date"] = pandas.to_datetime(frame["seizure_date"], errors="coerce").dt.strftime("%Y-%m-%d")
frame[amount] = pandas.to_numeric(frame[amount], errors="coerce")
frame["is_duplicate"] = frame.duplicated()
with sqlite3.connect(database) as connection:
    frame.to_sql("seizures", connection, index=False, chunksize=5000)
seconds = time.perf_counter() - start
print(f"{len(frame)} {seconds:.3f}")
