using System.Collections.Generic;

namespace SeizureIntel.Validation.Methods.Associations;

/// <summary>Records with the left side hold the right side more (or less) often than others.</summary>
/// <param name="Left">Items of the left side in ordinal order, at least one.</param>
/// <param name="Right">The item of the right side.</param>
/// <param name="Count">Records that hold both sides.</param>
/// <param name="LeftCount">Records that hold the left side.</param>
/// <param name="RightCount">Records that hold the right side.</param>
/// <param name="Records">All records.</param>
/// <param name="PValue">One-sided Fisher probability (0 to 1) of so many joint records or more.</param>
/// <param name="Q">False discovery rate (share, 0 to 1) among all rules that could have been tested.</param>
/// <param name="ImprovementPValue">Largest one-sided Fisher probability (0 to 1) that leaving out one item of the left side loses nothing; the rule
/// is productive if it is small. With one item on the left it equals <see cref="PValue"/>.</param>
public sealed record AssociationRule(
    IReadOnlyList<string> Left,
    string Right,
    int Count,
    int LeftCount,
    int RightCount,
    int Records,
    double PValue,
    double Q,
    double ImprovementPValue
)
{
    /// <summary>Share of records that hold both sides.</summary>
    public double Support => Count / (double)Records;

    /// <summary>Share of the records with the left side that hold the right side.</summary>
    public double Confidence => Count / (double)LeftCount;

    /// <summary>Share of records that hold the left side.</summary>
    public double Coverage => LeftCount / (double)Records;

    /// <summary>Observed over expected joint records, a ratio.</summary>
    public double Lift => Count / (double)LeftCount / (RightCount / (double)Records);

    /// <summary>Observed less expected share of joint records.</summary>
    public double Leverage => Support - (Coverage * (RightCount / (double)Records));

    /// <summary>Ratio of expected to observed misses; null where there is no miss.</summary>
    public double? Conviction => Count == LeftCount ? null : (1 - (RightCount / (double)Records)) / (1 - Confidence);

    /// <summary>Pearson's chi-squared without correction; null where one side holds for all records. A statistic without unit.</summary>
    public double? ChiSquared => Phi is { } phi ? Records * phi * phi : null;

    /// <summary>Correlation of both sides, a ratio from -1 to 1; null where one side holds for all records.</summary>
    public double? Phi
    {
        get
        {
            double n = Records,
                a = LeftCount,
                b = RightCount;
            var spread = System.Math.Sqrt(a) * System.Math.Sqrt(b) * System.Math.Sqrt(n - a) * System.Math.Sqrt(n - b);
            return spread > 0 ? ((n * Count) - (a * b)) / spread : null;
        }
    }

    /// <summary>Ratio of the odds of the right side with and without the left side; null where it is infinite or not defined.</summary>
    public double? OddsRatio
    {
        get
        {
            double without = RightCount - Count,
                missed = LeftCount - Count,
                neither = (double)Records - LeftCount - RightCount + Count;
            return without * missed > 0 ? Count * neither / (without * missed) : null;
        }
    }

    /// <summary>Mean of the confidences of both directions, a share.</summary>
    public double Kulczynski => (Confidence + (Count / (double)RightCount)) / 2;

    /// <summary>Joint records over the geometric mean of both sides, a share.</summary>
    public double Cosine => Count / System.Math.Sqrt((double)LeftCount * RightCount);

    /// <summary>Joint records over records with either side, a share.</summary>
    public double Jaccard => Count / ((double)LeftCount + RightCount - Count);
}
