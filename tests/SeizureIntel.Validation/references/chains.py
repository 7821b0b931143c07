"""How many routes would hold a part if every leg depended on the present country alone, and how likely as many are as were seen.
Reference: every path of the chain up to the longest route written out with its probability (no automaton), scipy 1.10.1 for the negative binomial tail."""
import os
import random

from scipy.stats import nbinom, poisson

random.seed(4)
os.makedirs("vectors/chains", exist_ok=True)
routes_out = open("vectors/chains/routes.csv", "w", encoding="utf-8")
expected_out = open("vectors/chains/expected.csv", "w", encoding="utf-8")
routes_out.write("case,route,count\n")
expected_out.write("case,pattern,contiguous,dispersion,seen,expected,p\n")
for case in range(1, 7):
    places = "ABCDE"[: 3 + case % 3]
    routes = {}
    for _ in range(12):
        route, step = [random.choice(places)], 0
        while len(route) < 2 + case % 4 + random.randint(0, 2):
            route.append(random.choice([p for p in places if p != route[-1]]))
        routes[">".join(route)] = routes.get(">".join(route), 0) + random.randint(1, 9)
    total = sum(routes.values())
    start, visits, legs = {}, {}, {}
    for route, count in routes.items():
        routes_out.write(f"{case},{route},{count}\n")
        stops = route.split(">")
        start[stops[0]] = start.get(stops[0], 0) + count / total
        for at, place in enumerate(stops):
            visits[place] = visits.get(place, 0) + count
            if at:
                legs[stops[at - 1], place] = legs.get((stops[at - 1], place), 0) + count
    longest = max(len(r.split(">")) for r in routes)
    # A path and the probability that the chain takes it as its first steps; it goes on or ends.
    whole = []

    def walk(path, chance):
        onward = 0
        if len(path) < longest:
            for place in places:
                share = legs.get((path[-1], place), 0) / visits[path[-1]]
                onward += share
                if share:
                    walk(path + [place], chance * share)
        whole.append((path, chance * (1 - onward)))

    for place, share in start.items():
        walk([place], share)
    assert abs(sum(c for _, c in whole) - 1) < 1e-12

    def holds(path, pattern, contiguous):
        if contiguous:
            return any(path[i : i + len(pattern)] == pattern for i in range(len(path) - len(pattern) + 1))
        left = iter(path)
        return all(place in left for place in pattern)

    patterns = set()
    for route in routes:
        stops = route.split(">")
        for i in range(len(stops)):
            for j in range(i + 3, min(len(stops), i + 5) + 1):
                patterns.add((">".join(stops[i:j]), 1))
        if len(stops) > 2:
            patterns.add((f"{stops[0]}>{stops[-1]}", 0))
            patterns.add((f"{stops[0]}>{stops[1]}>{stops[-1]}", 0))
    for pattern, contiguous in sorted(patterns):
        steps = pattern.split(">")
        seen = sum(c for r, c in routes.items() if holds(r.split(">"), steps, contiguous))
        mean = total * sum(c for path, c in whole if holds(path, steps, contiguous))
        dispersion = (1, 1.4, 3)[case % 3]
        law = poisson(mean) if dispersion == 1 else nbinom(mean / (dispersion - 1), 1 / dispersion)
        expected_out.write(f"{case},{pattern},{contiguous},{dispersion},{seen},{mean:.15g},{law.sf(seen - 1):.15g}\n")
