using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Analytics.Statistics.Duplicates;

namespace SeizureIntel.Validation.Vectors;

/// <summary>dedup: the same seizure reported twice, and near copies of texts.</summary>
internal static class DuplicateVectors
{
    private const int Window = 7;
    private const double ReferenceOnlyBelow = 1e-6;

    private static readonly string[] Fields = ["day", "reporter", "place", "hs", "qty", "origin", "dest", "mode"];
    private static readonly string[] EqualFields = ["reporter", "place", "origin", "dest", "mode"];

    public static void Check(VectorFiles files)
    {
        files.Attempt("dedup/fs_em.json", () => CheckLinkage(files));
        files.Attempt("dedup/tf_weights.csv", () => CheckFrequencies(files));
        files.Attempt("dedup/minhash.json", () => CheckTexts(files));
    }

    private static void CheckLinkage(VectorFiles files)
    {
        const string file = "dedup/fs_em.json";
        var reference = files.Json(file);
        var seizures = files.Table("dedup/seizures.csv");
        var days = Enumerable.Range(0, seizures.Rows.Count).Select(i => seizures.Integer(i, "day")).ToArray();
        var entities = seizures.Texts("entity");
        var compare = Comparer(seizures);
        var patterns = new Dictionary<string, (int[] Levels, int Count, int Matches)>(StringComparer.Ordinal);
        int pairs = 0,
            truePairs = 0;
        foreach (var (a, b) in CandidatePairs.WithinDays(days, Window))
        {
            var levels = compare(a, b);
            var isSame = entities[a] == entities[b] ? 1 : 0;
            var key = Key(levels);
            var (_, count, matches) = patterns.GetValueOrDefault(key);
            patterns[key] = (levels, count + 1, matches + isSame);
            pairs++;
            truePairs += isSame;
        }

        int[] top = [.. JsonNumbers.Numbers(reference, "levels").Select(l => (int)l)];
        var start = JsonNumbers.Number(JsonNumbers.Member(reference, "start"), "lambda");
        var ordered = patterns.Values.OrderBy(p => Key(p.Levels), StringComparer.Ordinal).ToArray();
        var model = FellegiSunter.Estimate([.. ordered.Select(p => new LinkagePattern(p.Levels, p.Count))], top, start).Value
            ?? throw new VectorFormatException($"{file}: the model cannot be estimated.");
        files.Attempt("dedup/fs_patterns.csv", () => ComparePatterns(files, patterns, model));

        var threshold = JsonNumbers.Number(reference, "threshold");
        var flagged = ordered.Where(p => model.Posterior(p.Levels) >= threshold).ToArray();
        double predicted = flagged.Sum(p => p.Count),
            right = flagged.Sum(p => p.Matches);
        var ours = reference.DeepClone().AsObject();
        ours["lambda"] = model.MatchShare;
        ours["m"] = new JsonObject(Fields.Select((f, i) => KeyValuePair.Create(f, (JsonNode?)JsonNumbers.List(model.MatchShares[i]))));
        ours["u"] = new JsonArray([.. model.OtherShares.Select(s => JsonNumbers.List(s))]);
        ours["loglik"] = model.LogLikelihood;
        ours["iterations"] = model.Iterations;
        ours["pairs"] = pairs;
        ours["true_pairs_in_block"] = truePairs;
        ours["precision"] = JsonNumbers.Node(right / predicted);
        ours["recall"] = JsonNumbers.Node(right / truePairs);
        files.Compare(
            file,
            ours,
            reference,
            new Dictionary<string, Tolerance>(StringComparer.Ordinal)
            {
                ["lambda"] = Tolerance.Within(1e-5),
                ["m"] = Tolerance.Within(1e-5),
                ["u"] = Tolerance.Within(1e-5),
                ["loglik"] = Tolerance.Plain(1e-6),
                ["pairs"] = Tolerance.Exact,
                ["true_pairs_in_block"] = Tolerance.Exact,
                ["precision"] = Tolerance.Within(0.01),
                ["recall"] = Tolerance.Within(0.01),
            }
        );
    }

    private static void ComparePatterns(
        VectorFiles files,
        Dictionary<string, (int[] Levels, int Count, int Matches)> patterns,
        LinkageModel model
    )
    {
        var table = files.Table("dedup/fs_patterns.csv");
        var answer = new TableAnswer(table, Fields);
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var i = row;
            int[] levels = [.. Fields.Select(f => CsvTable.IsAbsent(table.Text(i, f)) ? -1 : table.Integer(i, f))];
            var (_, count, matches) = patterns.GetValueOrDefault(Key(levels));
            answer.Set(row, "count", count);
            answer.Set(row, "truth_matches", matches);
            answer.Set(row, "posterior", model.Posterior(levels));
            answer.Set(row, "log2_weight", model.Weight(levels));
        }

        files.Compare(
            answer,
            new("count", Tolerance.Exact),
            new("truth_matches", Tolerance.Exact),
            new("posterior", Tolerance.Within(1e-5)),
            new("log2_weight", Tolerance.Within(0.02), row =>
                table.Number(row, "posterior") >= ReferenceOnlyBelow ? Tolerance.Within(0.02) : null
            )
        );
    }

    private static Func<int, int, int[]> Comparer(CsvTable seizures)
    {
        string?[] Column(string name) => [.. seizures.Texts(name).Select(t => CsvTable.IsAbsent(t) ? null : t)];
        var equal = EqualFields.ToDictionary(c => c, Column, StringComparer.Ordinal);
        var heading = Column("hs6");
        var (days, quantities) = (seizures.Numbers("day"), seizures.Numbers("qty"));
        return (a, b) =>
            [
                days[a] == days[b] ? 2
                : Math.Abs(days[a] - days[b]) <= 2 ? 1
                : 0,
                Equal(equal["reporter"], a, b),
                Equal(equal["place"], a, b),
                heading[a] is not { } x || heading[b] is not { } y ? -1
                : x == y ? 2
                : x.Length >= 4 && y.Length >= 4 && x[..4] == y[..4] ? 1
                : 0,
                double.IsNaN(quantities[a]) || double.IsNaN(quantities[b]) ? -1
                : quantities[a] == quantities[b] ? 2
                : Math.Abs(Math.Log(quantities[a] / quantities[b])) <= 0.6 ? 1
                : 0,
                Equal(equal["origin"], a, b),
                Equal(equal["dest"], a, b),
                Equal(equal["mode"], a, b),
            ];
    }

    private static int Equal(string?[] values, int a, int b) =>
        values[a] is null || values[b] is null ? -1
        : values[a] == values[b] ? 1
        : 0;

    private static void CheckFrequencies(VectorFiles files)
    {
        string?[] places = [.. files.Table("dedup/seizures.csv").Texts("place").Select(t => CsvTable.IsAbsent(t) ? null : t)];

        // The reference counts a value among all records, also those without a place.
        var known = places.Count(p => p is not null) / (double)places.Length;
        var shares = ValueFrequency.Shares(places).ToDictionary(p => p.Key, p => p.Value * known, StringComparer.Ordinal);
        var chance = ValueFrequency.ChanceAgreement(shares);
        var table = files.Table("dedup/tf_weights.csv");
        var answer = new TableAnswer(table, "value", "m");
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var (share, agreement) = (shares[table.Text(row, "value")], table.Number(row, "m"));
            answer.Set(row, "frequency", share);
            answer.Set(row, "u_average", chance);
            answer.Set(row, "w_unadjusted", ValueFrequency.Weight(agreement, chance));
            answer.Set(row, "w_tf_adjusted", ValueFrequency.Weight(agreement, share));
        }

        string[] columns = ["frequency", "u_average", "w_unadjusted", "w_tf_adjusted"];
        files.Compare(answer, [.. columns.Select(c => new ComparedColumn(c, Tolerance.Tight))]);
    }

    private static void CheckTexts(VectorFiles files)
    {
        const string file = "dedup/minhash.json";
        var reference = files.Json(file);
        var pieces = JsonNumbers.Texts(reference, "texts").Select(t => Shingles.Of(t)).ToArray();
        var signatures = pieces.Select(p => MinHash.Signature(p)).ToArray();
        var ours = reference.DeepClone().AsObject();
        ours["shingle_counts"] = JsonNumbers.List(pieces.Select(p => (double)p.Count));
        var errors = new List<double>();
        foreach (var pair in ours["pairs"]!.AsArray())
        {
            var (i, j) = (JsonNumbers.Integer(pair!, "i"), JsonNumbers.Integer(pair!, "j"));
            var overlap = Shingles.Jaccard(pieces[i], pieces[j]);
            var estimate = MinHash.Estimate(signatures[i], signatures[j]);
            errors.Add(Math.Abs(overlap - estimate));
            pair!["jaccard"] = overlap;
            pair["minhash128_datasketch"] = null;
        }

        foreach (var cut in ours["lsh_optimal"]!.AsArray())
        {
            var threshold = JsonNumbers.Number(cut!, "threshold");
            var banding = Banding.For(threshold, JsonNumbers.Integer(cut!, "num_perm"));
            cut!["bands"] = banding.Bands;
            cut["rows"] = banding.Rows;
            cut["candidate_prob_at_threshold"] = banding.Probability(threshold);
        }

        ours["minhash_mean_abs_error"] = errors.Average();
        ours["minhash_max_abs_error"] = errors.Max();
        files.Compare(
            file,
            ours,
            reference,
            new Dictionary<string, Tolerance>(StringComparer.Ordinal)
            {
                ["shingle_counts"] = Tolerance.Exact,
                ["pairs.jaccard"] = Tolerance.Plain(1e-12),
                ["lsh_optimal.bands"] = Tolerance.Exact,
                ["lsh_optimal.rows"] = Tolerance.Exact,
                ["lsh_optimal.candidate_prob_at_threshold"] = Tolerance.Tight,
            }
        );
        var own = new Comparison(file + " (own signatures)");
        own.Holds(errors.Average() <= 0.03, "mean error", CsvTable.Format(errors.Average()), "at most .03");
        own.Holds(errors.Max() <= 0.16, "largest error", CsvTable.Format(errors.Max()), "at most .16");
        files.Finish(file, ours, own);
    }

    private static string Key(int[] levels) => string.Join(',', levels);
}
