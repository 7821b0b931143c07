using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Analytics.Statistics.Clusters;
using SeizureIntel.Validation.Methods.Clusters;

namespace SeizureIntel.Validation.Vectors;

/// <summary>cluster: latent classes, Gower's distance, average linkage and medoids.</summary>
internal static class ClusterVectors
{
    private const int Starts = 60;
    private const double WorseLikelihood = 1e-3;

    private static readonly string[] CodeColumns = ["mode", "conceal", "hs"];
    private static readonly string[] NumberColumns = ["qty", "transit"];

    public static void Check(VectorFiles files)
    {
        foreach (var file in files.Matching("cluster", "lca*_expected.json"))
        {
            files.Attempt(file, () => CheckClasses(files, file));
        }

        foreach (var file in files.Matching("cluster", "gower*_expected.json"))
        {
            files.Attempt(file, () => CheckGroups(files, file));
        }
    }

    private static void CheckClasses(VectorFiles files, string file)
    {
        var reference = files.Json(file);
        var data = files.Table(file.Replace("_expected.json", "_data.csv", StringComparison.Ordinal));
        var codes = data
            .Columns.Select(c => data.Texts(c).Where(t => !CsvTable.IsAbsent(t)).Distinct().Order(StringComparer.Ordinal).ToArray())
            .ToArray();
        int[][] records = [.. data.Rows.Select(row => row.Select((cell, v) => Array.IndexOf(codes[v], cell)).ToArray())];
        var ours = reference.DeepClone().AsObject();
        var comparison = new Comparison(file);
        foreach (var (fit, given) in JsonNumbers.Member(ours, "fits").AsArray().Zip(JsonNumbers.Member(reference, "fits").AsArray()))
        {
            var classes = JsonNumbers.Integer(fit!, "classes");
            var own = LatentClasses.Fit(records, [.. codes.Select(c => c.Length)], classes, smoothing: 0, starts: Starts).Value
                ?? throw new VectorFormatException($"{file}: {classes} classes cannot be fitted.");
            var least = JsonNumbers.Number(given!["loglik"]) - WorseLikelihood;
            var place = string.Create(CultureInfo.InvariantCulture, $"{classes} classes");
            comparison.Holds(
                own.LogLikelihood >= least,
                "loglik of " + place,
                CsvTable.Format(own.LogLikelihood),
                "at least " + CsvTable.Format(least)
            );
            comparison.Number(own.Parameters, JsonNumbers.Number(given!["npar"]), Tolerance.Exact, "npar of " + place);
            var better = own.LogLikelihood - JsonNumbers.Number(given!["loglik"]);
            comparison.Number(
                own.Bic + (2 * better),
                JsonNumbers.Number(given!["bic"]),
                Tolerance.Tight,
                "bic less the gain in loglik of " + place
            );
            comparison.Number(
                own.Aic + (2 * better),
                JsonNumbers.Number(given!["aic"]),
                Tolerance.Tight,
                "aic less the gain in loglik of " + place
            );
            fit!["loglik"] = own.LogLikelihood;
            fit["npar"] = own.Parameters;
            fit["bic"] = own.Bic;
            fit["aic"] = own.Aic;
            fit["class_share"] = ListOrNumber(own.Shares);
            fit["p_yes"] = new JsonObject(
                data.Columns.Select((c, v) => KeyValuePair.Create(c, ListOrNumber([.. own.Profiles.Select(p => p[v][^1])])))
            );
        }

        files.Finish(file, ours, comparison);
    }

    // One class has plain numbers where several have lists.
    private static JsonNode? ListOrNumber(IReadOnlyList<double> values) =>
        values.Count == 1 ? JsonNumbers.Node(values[0]) : JsonNumbers.List(values);

    private static void CheckGroups(VectorFiles files, string file)
    {
        var reference = files.Json(file);
        var data = files.Table(file.Replace("_expected.json", "_data.csv", StringComparison.Ordinal));
        string?[][] categories = [.. CodeColumns.Select(c => data.Texts(c).Select(t => CsvTable.IsAbsent(t) ? null : t).ToArray())];
        double?[][] numbers = [.. NumberColumns.Select(c => data.Numbers(c).Select(v => double.IsNaN(v) ? (double?)null : v).ToArray())];
        var distances = GowerDistance.Between(categories, numbers);
        var distanceFile = file.Replace("_expected.json", "_dist.csv", StringComparison.Ordinal);
        files.Attempt(distanceFile, () => CompareDistances(files, distanceFile, distances));

        var ours = reference.DeepClone().AsObject();
        var groups = JsonNumbers.Integer(reference, "k");
        if (AverageLinkage.Build(distances).Value is { } tree && Medoids.Partition(distances, groups).Value is { } partition)
        {
            var cut = tree.Cut(groups);
            ours["upgma_heights"] = JsonNumbers.List(tree.Merges.Select(m => m.Height));
            ours["agglomerative_coef"] = tree.Clearness();
            foreach (var name in CutNames(reference))
            {
                ours[name] = JsonNumbers.List(
                    tree.Cut(int.Parse(name["upgma_cut".Length..], CultureInfo.InvariantCulture)).Select(l => (double)l)
                );
            }

            ours["silhouette_mean"] = JsonNumbers.Node(Medoids.Silhouette(distances, cut) ?? double.NaN);
            ours["pam_medoids"] = JsonNumbers.List(partition.Medoids.Select(m => m + 1.0));
            ours["pam_objective"] = JsonNumbers.List([partition.BuildObjective, partition.SwapObjective]);
        }

        var members = new Dictionary<string, Tolerance>(StringComparer.Ordinal)
        {
            ["upgma_heights"] = Tolerance.Plain(1e-9),
            ["agglomerative_coef"] = Tolerance.Plain(1e-9),
            ["silhouette_mean"] = Tolerance.Plain(1e-9),
            ["pam_medoids"] = Tolerance.Exact,
            ["pam_objective"] = Tolerance.Plain(1e-9),
        };
        foreach (var name in CutNames(reference))
        {
            members[name] = Tolerance.Exact;
        }

        files.Compare(file, ours, reference, members);
    }

    private static string[] CutNames(JsonNode reference) =>
        [.. reference.AsObject().Select(m => m.Key).Where(m => m.StartsWith("upgma_cut", StringComparison.Ordinal))];

    private static void CompareDistances(VectorFiles files, string file, DistanceMatrix distances)
    {
        var reference = files.Table(file, hasHeader: false);
        var comparison = new Comparison(reference.Name);
        comparison.Number(distances.Count, reference.Rows.Count, Tolerance.Exact, "records");
        var rows = Enumerable
            .Range(0, distances.Count)
            .Select(i => Enumerable.Range(0, distances.Count).Select(j => CsvTable.Format(distances[i, j] ?? double.NaN)).ToArray())
            .ToArray();
        for (var i = 0; i < Math.Min(rows.Length, reference.Rows.Count); i++)
        {
            for (var j = 0; j < rows.Length; j++)
            {
                var cell = j < reference.Rows[i].Length ? reference.Rows[i][j] : "";
                comparison.Cell(
                    rows[i][j],
                    cell,
                    Tolerance.Plain(1e-12),
                    string.Create(CultureInfo.InvariantCulture, $"records {i + 1} and {j + 1}")
                );
            }
        }

        files.Finish(new CsvTable(reference.Name, reference.Columns, rows), comparison, hasHeader: false);
    }
}
