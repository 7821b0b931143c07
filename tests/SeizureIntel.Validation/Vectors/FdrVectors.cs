using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Validation.Methods.Multiplicity;

namespace SeizureIntel.Validation.Vectors;

/// <summary>fdr: Benjamini-Hochberg, Benjamini-Yekutieli, Holm and Storey.</summary>
internal static class FdrVectors
{
    private static readonly Tolerance Closed = Tolerance.Plain(1e-12);
    private static readonly Tolerance Spline = Tolerance.Plain(1e-9);

    // The vectors ask for no q-value of fewer tests.
    private const int FewestForStorey = 100;

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
            members["by"] = JsonNumbers.List(FamilyAdjustments.BenjaminiYekutieli(p));
            members["holm"] = JsonNumbers.List(FamilyAdjustments.Holm(p));
            var storey = p.Length < FewestForStorey ? null : StoreyQValues.Of(p).Value;
            members["qvalue_pi0"] = storey?.NullShare;
            members["qvalue"] = storey is null ? null : JsonNumbers.List(storey.QValues);
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
