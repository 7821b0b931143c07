using System;
using SeizureIntel.Analytics.Statistics.Associations;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Validation.Methods.Associations;

/// <summary>Unshrunk ratios of a cell to the rest of its table, for comparison with other systems; unstable for small counts.</summary>
/// <param name="Proportional">Proportional reporting ratio; null where it is infinite or not defined.</param>
/// <param name="Odds">Reporting odds ratio; null where it is infinite or not defined.</param>
/// <param name="OddsLow">Lower end of the 95 % interval of the odds ratio; null where it is not defined.</param>
/// <param name="InformationComponent">Logarithm (base 2, bits) of the shrunk observed over expected count.</param>
/// <param name="InformationLow">Its 2.5 % posterior quantile (bits).</param>
/// <param name="PValue">One-sided Fisher probability (0 to 1).</param>
/// <param name="ChiSquared">Chi-squared statistic (no unit) with Yates' correction; null where a margin is everything or nothing.</param>
public sealed record ReportingRatios(
    double? Proportional,
    double? Odds,
    double? OddsLow,
    double InformationComponent,
    double InformationLow,
    double PValue,
    double? ChiSquared
)
{
    private const double Normal975 = 1.959963984540054;

    /// <summary>Computes the ratios of one cell.</summary>
    /// <param name="both">Records with both values.</param>
    /// <param name="first">Records with the first value.</param>
    /// <param name="second">Records with the second value.</param>
    /// <param name="records">All records.</param>
    /// <param name="expected">Expected records; first times second over all where independence is the ground. Above -0.5.</param>
    /// <returns>The ratios.</returns>
    /// <exception cref="ArgumentException">The counts do not form a table.</exception>
    /// <remarks>Assumes independent records. Source: S. Evans, P. Waller, S. Davis, Pharmacoepidemiology and Drug Safety 10 (2001), pp. 483-486
    /// (proportional ratio); K. Rothman et al., same journal 13 (2004), p. 519 (odds); G. Noren et al., Statistics in Medicine 25 (2006), pp.
    /// 3740-3757 and A. Bate's IC with half a count added; F. Yates, JRSS Supplement 1 (1934), p. 217.</remarks>
    public static ReportingRatios Of(int both, int first, int second, int records, double expected)
    {
        var p = FisherTest.Greater(both, first, second, records);
        double a = both,
            b = first - both,
            c = second - both,
            d = (double)records - first - second + both;
        var odds = b * c > 0 ? a * d / (b * c) : (double?)null;
        double? low =
            a * b * c * d > 0 ? Math.Exp(Math.Log(odds!.Value) - (Normal975 * Math.Sqrt((1 / a) + (1 / b) + (1 / c) + (1 / d)))) : null;
        var spread = (a + b) * (c + d) * (a + c) * (b + d);
        var distance = Math.Max(0, Math.Abs((a * d) - (b * c)) - (records / 2.0));
        return new ReportingRatios(
            c > 0 && a + b > 0 ? a / (a + b) / (c / (c + d)) : null,
            odds,
            low,
            Math.Log2((a + 0.5) / (expected + 0.5)),
            Math.Log2(IncompleteGamma.InverseLower(a + 0.5, 0.025) / (expected + 0.5)),
            p,
            spread > 0 ? records * distance * distance / spread : null
        );
    }
}
