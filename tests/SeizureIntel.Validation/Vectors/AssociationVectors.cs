using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Validation.Methods.Associations;

namespace SeizureIntel.Validation.Vectors;

/// <summary>arules: frequent itemsets and rules with their measures.</summary>
internal static class AssociationVectors
{
    private static readonly Tolerance Closed = Tolerance.Plain(1e-9);

    public static void Check(VectorFiles files)
    {
        const string ending = "_params.json";
        foreach (var parameterFile in files.Matching("arules", "*" + ending))
        {
            files.Attempt(parameterFile, () => CheckRecords(files, parameterFile, parameterFile[..^ending.Length]));
        }
    }

    private static void CheckRecords(VectorFiles files, string parameterFile, string name)
    {
        var settings = files.Json(parameterFile);
        var support = JsonNumbers.Number(settings, "minsup");
        var confidence = JsonNumbers.Number(settings, "minconf");
        var records = Transactions.Of(
            files.Lines(name + "_transactions.txt").Select(l => l.Split(';', StringSplitOptions.RemoveEmptyEntries))
        );
        var longestRule = JsonNumbers.Integer(settings, "rules_maxlen");
        var longestSet = JsonNumbers.Integer(settings, "itemsets_maxlen");
        var sets = FrequentItemsets.Mine(records, FrequentItemsets.FewestFor(support, records.Count), Math.Max(longestSet, longestRule));
        files.Attempt(name + "_itemsets.csv", () =>
            CompareSets(files, name + "_itemsets.csv", [.. sets.Where(s => s.Items.Count <= longestSet)], records.Count)
        );

        var shortest = JsonNumbers.Integer(settings, "rules_minlen");
        var rules = AssociationRules.From(sets, records.Count, confidence, longestRule);
        files.Attempt(name + "_rules.csv", () =>
            CompareRules(files, name + "_rules.csv", [.. rules.Where(r => r.Left.Count + 1 >= shortest)])
        );
    }

    private static void CompareSets(VectorFiles files, string file, IReadOnlyList<Itemset> sets, int records)
    {
        var reference = files.Table(file);
        var rows = sets.Select(s => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["items"] = string.Join(';', s.Items),
            ["size"] = CsvTable.Format(s.Items.Count),
            ["count"] = CsvTable.Format(s.Count),
            ["support"] = CsvTable.Format(s.Count / (double)records),
        });
        files.CompareSets(
            ToTable(reference, rows),
            reference,
            ["items"],
            new("size", Tolerance.Exact),
            new("count", Tolerance.Exact),
            new("support", Closed)
        );
    }

    private static void CompareRules(VectorFiles files, string file, IReadOnlyList<AssociationRule> rules)
    {
        var reference = files.Table(file);
        string[] measures =
        [
            "support",
            "confidence",
            "coverage",
            "lift",
            "leverage",
            "conviction",
            "chiSquared",
            "phi",
            "oddsRatio",
            "fishersExactTest",
            "kulczynski",
            "cosine",
            "jaccard",
            "fisher_bh",
        ];
        var rows = rules.Select(r => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["lhs"] = string.Join(';', r.Left),
            ["rhs"] = r.Right,
            ["count"] = CsvTable.Format(r.Count),
            ["support"] = CsvTable.Format(r.Support),
            ["confidence"] = CsvTable.Format(r.Confidence),
            ["coverage"] = CsvTable.Format(r.Coverage),
            ["lift"] = CsvTable.Format(r.Lift),
            ["leverage"] = CsvTable.Format(r.Leverage),
            ["conviction"] = CsvTable.Format(r.Conviction ?? double.NaN),
            ["chiSquared"] = CsvTable.Format(r.ChiSquared ?? double.NaN),
            ["phi"] = CsvTable.Format(r.Phi ?? double.NaN),
            ["oddsRatio"] = CsvTable.Format(r.OddsRatio ?? double.NaN),
            ["fishersExactTest"] = CsvTable.Format(r.PValue),
            ["kulczynski"] = CsvTable.Format(r.Kulczynski),
            ["cosine"] = CsvTable.Format(r.Cosine),
            ["jaccard"] = CsvTable.Format(r.Jaccard),
            ["fisher_bh"] = CsvTable.Format(r.Q),
        });
        files.CompareSets(
            ToTable(reference, rows),
            reference,
            ["lhs", "rhs"],
            [new("count", Tolerance.Exact), .. measures.Select(m => new ComparedColumn(m, Closed))]
        );
    }

    // Rows that the reference has stand in its order, all others follow; so that both files can be laid side by side.
    private static CsvTable ToTable(CsvTable reference, IEnumerable<Dictionary<string, string>> rows)
    {
        var keys = reference.Columns[0] == "lhs" ? new[] { "lhs", "rhs" } : ["items"];
        var places = reference.Groups(keys).Select((g, i) => (g.Key, i)).ToDictionary(p => p.Key, p => p.i, StringComparer.Ordinal);
        return new CsvTable(
            reference.Name,
            reference.Columns,
            [
                .. rows.OrderBy(r => places.GetValueOrDefault(string.Join('\u001f', keys.Select(k => r[k])), int.MaxValue))
                    .Select(r => reference.Columns.Select(c => r.GetValueOrDefault(c, "NA")).ToArray()),
            ]
        );
    }
}
