using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using SeizureIntel.Analytics.Statistics.Multiplicity;

namespace SeizureIntel.App.Validation;

/// <summary>fdr: Benjamini-Hochberg, Benjamini-Yekutieli, Holm and Storey.</summary>
internal static class FdrVectors
{
    private static readonly Tolerance Closed = Tolerance.Plain(1e-12);
    private static readonly Tolerance Spline = Tolerance.Plain(1e-3);

    public static void Check(VectorFiles files)
    {
        const string file = "fdr/expected.json";
        var reference = files.Json(file);
        var ours = reference.DeepClone().AsArray();
        foreach (var item in ours)
        {
            var members = item as JsonObject ?? throw new VectorFormatException($"{file}: expected a list of objects.");
            var p = JsonNumbers.Numbers(members, "p");
            members["bh"] = JsonNumbers.List(FalseDiscovery.BenjaminiHochberg(p));
            members["by"] = JsonNumbers.List(FalseDiscovery.BenjaminiYekutieli(p));
            members["holm"] = JsonNumbers.List(FalseDiscovery.Holm(p));
            var storey = FalseDiscovery.Storey(p);
            members["qvalue_pi0"] = storey.IsTestable ? storey.Value.NullShare : null;
            members["qvalue"] = storey.IsTestable ? JsonNumbers.List(storey.Value.QValues) : null;
        }

        files.Compare(
            file,
            ours,
            reference,
            new Dictionary<string, Tolerance>(StringComparer.Ordinal)
            {
                ["bh"] = Closed,
                ["by"] = Closed,
                ["holm"] = Closed,
                ["qvalue_pi0"] = Spline,
                ["qvalue"] = Spline,
            }
        );
    }
}
