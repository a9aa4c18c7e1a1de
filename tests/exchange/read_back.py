#!/usr/bin/env python3
"""Reads what coopnet writes with networkx, igraph and Graphviz, and compares it with the tables.

usage: read_back.py COOPNET DATASET...   (folders of CSV tables)

What is expected is computed here, from the CSV files. Ends with 77 where networkx is missing."""
import collections
import csv
import itertools
import pathlib
import shutil
import subprocess
import sys
import tempfile

try:
    import networkx
except ImportError:
    print("read_back: skipped, python3-networkx is missing")
    sys.exit(77)
try:
    import igraph
except ImportError:
    igraph = None
    print("read_back: python3-igraph is missing, its part is skipped")

FAILURES = []


def check(what, got, expected):
    if got == expected:
        return
    if isinstance(got, (set, dict)) and isinstance(expected, type(got)):
        keys = set(got) ^ set(expected)
        if isinstance(got, dict):
            keys |= {k for k in set(got) & set(expected) if got[k] != expected[k]}
        got, expected = f"{len(got)} items", f"{len(expected)}; differing: {sorted(map(str, keys))[:3]}"
    FAILURES.append(f"{what}: got {got}, expected {expected}")


def rows(folder, name):
    path = folder / f"{name}.csv"
    if not path.exists():
        return []
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def items(row, column):
    return [item for item in row.get(column, "").split(";") if item]


class Tables:
    """What the CSV files of a dataset say about nodes and ties."""

    def __init__(self, folder):
        self.tables = {name: rows(folder, name) for name in
                       ("actors", "forums", "memberships", "pledges", "practices", "agreements",
                        "parties", "events", "tags")}
        self.names = {}
        self.kinds = {}
        for table, kind, column in (("actors", "actor", "name"), ("forums", "forum", "name"),
                                    ("pledges", "pledge", "title")):
            for row in self.tables[table]:
                self.names[row["id"]] = row[column] or row["id"]
                self.kinds[row["id"]] = (kind, row.get("kind", "") or None)

    def pairs_by(self, table, item, actor):
        """Pairs of actors with the number of items that both are in, and who is in any."""
        members = collections.defaultdict(set)
        for row in self.tables[table]:
            for one in items(row, actor):
                members[row[item]].add(one)
        return self.projected(members)

    @staticmethod
    def projected(members):
        weights = collections.Counter()
        for group in members.values():
            weights.update(itertools.combinations(sorted(group), 2))
        return set().union(*members.values()), dict(weights)

    def network(self, word):
        """Ids of the nodes, and the weight of each tie by its ends."""
        if word == "actors:forum":
            return self.pairs_by("memberships", "forum", "actor")
        if word == "actors:agreement":
            return self.pairs_by("parties", "agreement", "actor")
        if word == "actors:pledge":
            return self.pairs_by("pledges", "id", "actors")
        if word == "actors:exchange":
            return self.exchanges()
        if word == "forums:member":
            return self.pairs_by_forum()
        if word == "pledges:tag":
            members = collections.defaultdict(set)
            for row in self.tables["pledges"]:
                for tag in items(row, "objectives"):
                    members[tag.lstrip("~")].add(row["id"])
            return self.projected(members)
        ties = {(row["actor"], row["forum"]): 1 for row in self.tables["memberships"]}
        return {end for tie in ties for end in tie}, ties

    def pairs_by_forum(self):
        members = collections.defaultdict(set)
        for row in self.tables["memberships"]:
            members[row["actor"]].add(row["forum"])
        return self.projected(members)

    def exchanges(self):
        parties = collections.defaultdict(lambda: collections.defaultdict(set))
        for row in self.tables["parties"]:
            parties[row["agreement"]][row["role"]].add(row["actor"])
        ties = {}
        for roles in parties.values():
            for pair in itertools.product(roles["shared"], roles["learned"]):
                if pair[0] != pair[1]:
                    ties[pair] = 1
        return {end for tie in ties for end in tie}, ties

    def typed(self):
        """Nodes but tags, and ties but is_about, by kind and ends."""
        nodes = {f"{kind}/{row['id']}" for table, kind in
                 (("actors", "actor"), ("forums", "forum"), ("pledges", "pledge"),
                  ("practices", "practice"), ("agreements", "agreement"), ("events", "event"))
                 for row in self.tables[table]}
        ties = set()
        for row in self.tables["pledges"]:
            ties |= {("commits_to", f"actor/{a}", f"pledge/{row['id']}") for a in items(row, "actors")}
        for row in self.tables["practices"]:
            ties.add(("reports", f"actor/{row['actor']}", f"practice/{row['id']}"))
        for row in self.tables["memberships"]:
            ties.add(("belongs_to", f"actor/{row['actor']}", f"forum/{row['forum']}"))
        for row in self.tables["parties"]:
            ties.add(("is_party_to", f"actor/{row['actor']}", f"agreement/{row['agreement']}"))
        forums = {row["id"] for row in self.tables["forums"]}
        for row in self.tables["events"]:
            for who in items(row, "organisers"):
                kind = "forum" if who in forums else "actor"
                ties.add(("organises", f"{kind}/{who}", f"event/{row['id']}"))
        return nodes, ties


def read_gexf(path):
    """networkx knows the namespace of version 1.3 only since 2025."""
    try:
        return networkx.read_gexf(path)
    except networkx.NetworkXError:
        text = path.read_text(encoding="utf-8").replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")
        other = path.with_suffix(".1.2.gexf")
        other.write_text(text, encoding="utf-8")
        return networkx.read_gexf(other)


def ties_of(graph, directed):
    """By their ends: undirected ones from the smaller id to the larger."""
    return {(a, b) if directed else tuple(sorted((a, b))): data
            for a, b, data in graph.edges(data=True)}


def gvpr(path, program):
    out = subprocess.run(["gvpr", program, str(path)], capture_output=True, text=True, check=True)
    return [line.split("\t") for line in out.stdout.splitlines()]


def key(a, b, directed):
    return (a, b) if directed else tuple(sorted((a, b)))


class Checker:
    def __init__(self, tool, folder, out):
        self.tool, self.folder, self.out = tool, folder, out
        self.tables = Tables(folder)

    def write(self, name, *options):
        path = self.out / name
        subprocess.run([self.tool, "convert", str(self.folder), "-q", "-o", str(path), *options],
                       check=True)
        return path

    # --- one of the networks of rank ---

    def network(self, word):
        nodes, weights = self.tables.network(word)
        directed = word == "actors:exchange"
        name = f"{self.folder.name}-{word.replace(':', '-')}"
        weights = {key(a, b, directed): w for (a, b), w in weights.items()}
        self.networkx_reads(name, word, nodes, weights, directed)
        self.igraph_reads(name, word, nodes, weights, directed)
        self.pajek_reads(name, word, nodes, weights, directed)
        self.graphviz_reads(name, word, nodes, weights, directed)
        self.tables_read(name, word, nodes, weights, directed)

    def about_nodes(self, what, word, graph):
        for node, data in graph.nodes(data=True):
            label = self.tables.names[node]
            check(f"{what} label of {node}", data.get("label", node) or node, label)
            kind, subkind = self.tables.kinds[node]
            check(f"{what} kind of {node}", data.get("kind"), kind)
            check(f"{what} subkind of {node}", data.get("subkind"), subkind)
            if word == "two-mode":
                check(f"{what} mode of {node}", data.get("bipartite"), 0 if kind == "actor" else 1)

    def networkx_reads(self, name, word, nodes, weights, directed):
        for ending, read in (("graphml", networkx.read_graphml), ("gexf", read_gexf)):
            graph = read(self.write(f"{name}.{ending}", "--network", word))
            what = f"{name}.{ending}, networkx:"
            check(f"{what} nodes", set(graph), nodes)
            ties = ties_of(graph, directed)
            check(f"{what} weights", {k: d["weight"] for k, d in ties.items()}, weights)
            check(f"{what} directed", graph.is_directed(), directed)
            check(f"{what} types", {type(d["weight"]) for d in ties.values()} <= {float}, True)
            self.about_nodes(what, word, graph)

    def igraph_reads(self, name, word, nodes, weights, directed):
        if igraph is None:
            return
        graph = igraph.Graph.Read_GraphML(str(self.out / f"{name}.graphml"))
        what = f"{name}.graphml, igraph:"
        ids = graph.vs["id"] if graph.vcount() else []
        check(f"{what} nodes", set(ids), nodes)
        check(f"{what} directed", graph.is_directed(), directed)
        got = {key(ids[e.source], ids[e.target], directed): e["weight"] for e in graph.es}
        check(f"{what} weights", got, weights)
        for vertex in graph.vs:
            check(f"{what} label", vertex["label"] or vertex["id"], self.tables.names[vertex["id"]])

    def pajek_reads(self, name, word, nodes, weights, directed):
        path = self.write(f"{name}.net", "--network", word)
        if word != "two-mode":  # networkx cannot read the line *Vertices of a two-mode network
            graph = networkx.read_pajek(path)
            what = f"{name}.net, networkx:"
            check(f"{what} nodes", graph.number_of_nodes(), len(nodes))
            check(f"{what} edges", graph.number_of_edges(), len(weights))
            check(f"{what} sum of weights", sum(d["weight"] for _, _, d in graph.edges(data=True)),
                  float(sum(weights.values())))
        if igraph is None:
            return
        graph = igraph.Graph.Read_Pajek(str(path))
        what = f"{name}.net, igraph:"
        check(f"{what} nodes", graph.vcount(), len(nodes))
        check(f"{what} sorted weights", sorted(graph.es["weight"]) if weights else [],
              sorted(map(float, weights.values())))
        check(f"{what} directed", graph.is_directed(), directed)
        if word == "two-mode":
            check(f"{what} modes", sum(graph.vs["type"]),
                  sum(self.tables.kinds[node][0] == "forum" for node in nodes))
        plain = {n.replace('"', "\u201d").replace("\\", "\u2216") for n in
                 (self.tables.names[node] for node in nodes)}
        labels = set(graph.vs["name"]) if graph.vcount() else set()
        check(f"{what} labels", {label.split(" (")[0] for label in labels},
              {label.split(" (")[0] for label in plain})

    def graphviz_reads(self, name, word, nodes, weights, directed):
        path = self.write(f"{name}.dot", "--network", word)
        what = f"{name}.dot, Graphviz:"
        if shutil.which("gvpr") is None:
            print("read_back: gvpr is missing, DOT is skipped")
            return
        got = gvpr(path, 'N{printf("%s\\t%s\\n", $.name, $.label)}')
        check(f"{what} nodes", {line[0] for line in got}, nodes)
        check(f"{what} labels", {n: label or n for n, label in got},
              {n: self.tables.names[n] for n in nodes})
        got = gvpr(path, 'E{printf("%s\\t%s\\t%s\\n", $.tail.name, $.head.name, $.weight)}')
        check(f"{what} weights", {key(a, b, directed): float(w) for a, b, w in got}, weights)

    def tables_read(self, name, word, nodes, weights, directed):
        styles = {"gephi": ("Id", "Source", "Target", "Weight"),
                  "neo4j": ("id:ID", ":START_ID", ":END_ID", "weight:double"),
                  "graphframes": ("id", "src", "dst", "weight")}
        for style, (node, source, target, weight) in styles.items():
            folder = self.write(f"{name}-{style}", "--network", word, "--format", style)
            what = f"{name}-{style}:"
            check(f"{what} nodes", {row[node] for row in rows(folder, "nodes")}, nodes)
            got = {key(row[source], row[target], directed): float(row[weight])
                   for row in rows(folder, "edges")}
            check(f"{what} weights", got, weights)
            check(f"{what} byte order mark", (folder / "nodes.csv").read_bytes()[:1] != b"\xef", True)

    # --- the typed graph ---

    def typed(self):
        name = f"{self.folder.name}-typed"
        nodes, ties = self.tables.typed()
        sizes = set()
        for ending, read in (("graphml", networkx.read_graphml), ("gexf", read_gexf)):
            graph = read(self.write(f"{name}.{ending}"))
            what = f"{name}.{ending}, networkx:"
            sizes.add((graph.number_of_nodes(), graph.number_of_edges()))
            check(f"{what} nodes", {n for n in graph if not n.startswith("tag/")}, nodes)
            got = {(d["kind"], *sorted((a, b))) for a, b, d in graph.edges(data=True)
                   if d["kind"] != "is_about"}
            check(f"{what} ties", got, {(k, *sorted((a, b))) for k, a, b in ties})
            check(f"{what} stated", {type(d["stated"]) for _, _, d in graph.edges(data=True)}, {bool})
            for row in self.tables.tables["actors"]:
                data = graph.nodes[f"actor/{row['id']}"]
                check(f"{what} label", data["label"], row["name"])
                check(f"{what} m49", data.get("m49", ""), row.get("m49", ""))
        self.typed_elsewhere(name, nodes, sizes)
        check(f"{name} sizes", len(sizes), 1)

    def typed_elsewhere(self, name, nodes, sizes):
        if igraph is not None:
            graph = igraph.Graph.Read_GraphML(str(self.out / f"{name}.graphml"))
            sizes.add((graph.vcount(), graph.ecount()))
            graph = igraph.Graph.Read_Pajek(str(self.write(f"{name}.net")))
            sizes.add((graph.vcount(), graph.ecount()))
        graph = networkx.read_pajek(self.write(f"{name}.2.net"))
        sizes.add((graph.number_of_nodes(), graph.number_of_edges()))
        if shutil.which("gvpr") is not None:
            path = self.write(f"{name}.dot")
            got = {line[0] for line in gvpr(path, 'N{printf("%s\\n", $.name)}')}
            check(f"{name}.dot, Graphviz: nodes", {n for n in got if not n.startswith("tag/")}, nodes)
            edges = gvpr(path, 'E{printf("%s\\n", $.kind)}')
            sizes.add((len(got), len(edges)))
        for style in ("gephi", "neo4j", "graphframes"):
            folder = self.write(f"{name}-{style}", "--format", style)
            sizes.add((len(rows(folder, "nodes")), len(rows(folder, "edges"))))


def main():
    tool, *folders = sys.argv[1:]
    words = ("actors:forum", "actors:agreement", "actors:pledge", "actors:exchange",
             "forums:member", "pledges:tag", "two-mode")
    for folder in folders:
        with tempfile.TemporaryDirectory() as out:
            checker = Checker(tool, pathlib.Path(folder), pathlib.Path(out))
            checker.typed()
            for word in words:
                checker.network(word)
    for failure in FAILURES[:40]:
        print(failure)
    print(f"read_back: {len(folders)} datasets, {len(words) + 1} networks each, "
          f"{len(FAILURES)} differences")
    return 1 if FAILURES else 0


if __name__ == "__main__":
    sys.exit(main())
