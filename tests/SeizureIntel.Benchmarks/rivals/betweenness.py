"""Seconds of igraph's exact betweenness, without and with weights, then the sums of both."""
import sys
import time

import igraph

edges, weights = [], []
for line in open(sys.argv[1], encoding="utf-8"):
    source, target, weight = line.split()
    edges.append((int(source), int(target)))
    weights.append(float(weight))
graph = igraph.Graph(edges=edges, directed=True)
graph.es["cost"] = [1 / w for w in weights]

started = time.perf_counter()
plain = graph.betweenness()
middle = time.perf_counter()
heavy = graph.betweenness(weights="cost")
ended = time.perf_counter()
print(middle - started, ended - middle, sum(plain), sum(heavy))
