using System;
using System.Collections.Generic;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Quality;

/// <summary>Amounts above which no single seizure is believed without a second look.</summary>
/// <remarks>Each limit lies several times above the largest single seizures reported in the press (some 84 million Captagon tablets, some 200 million
/// cigarettes,
/// 2 750 t of ammonium nitrate) and well below the typing mistakes of real files (4 500 000 kg of amphetamine, 927 611 728 bushes). A flag asks for a
/// look; it removes nothing.</remarks>
internal static class PlausibleLimits
{
    private const decimal AnyUnit = 1_000_000_000m;
    private const decimal AnyMoney = 10_000_000_000m;

    private static readonly Dictionary<(string Heading, string Unit), decimal> Limits = new()
    {
        [("H01", "KGM")] = 500_000m,
        [("H01", "LTR")] = 1_000_000m,
        [("H01", "H87")] = 500_000_000m,
        [("H01", "DOSE")] = 500_000_000m,
        [("H02", "STICK")] = 1_000_000_000m,
        [("H02", "KGM")] = 5_000_000m,
        [("H03", "LTR")] = 10_000_000m,
        [("H04", "H87")] = 20_000_000m,
        [("H04", "KGM")] = 10_000_000m,
        [("H05", "H87")] = 100_000_000m,
        [("H06", "KGM")] = 5_000_000m,
        [("H06", "LTR")] = 5_000_000m,
        [("H08", "H87")] = 1_000_000m,
        [("H08", "ROUND")] = 100_000_000m,
        [("H08", "KGM")] = 10_000_000m,
    };

    /// <summary>True where a quantity is above its limit.</summary>
    public static bool IsBeyond(string heading, Quantity quantity) =>
        quantity.Value > Limits.GetValueOrDefault((heading, quantity.Unit), AnyUnit);

    /// <summary>True where a mass is more than anyone hides on the body, or takes along in baggage or post by air, by mail or on foot, wherever else
    /// it would be believed.</summary>
    public static bool IsBeyondCarrying(string concealment, string mode, Quantity quantity) =>
        quantity.Unit == "KGM"
        && quantity.Value > 10_000m
        && (IsUnder(concealment, "1") || ((IsUnder(concealment, "2") || IsUnder(concealment, "9")) && mode[0] is '4' or '5' or '9'));

    /// <summary>True where an amount is above any limit, whatever its unit.</summary>
    public static bool IsBeyondAny(decimal amount) => amount > 100_000_000m;

    /// <summary>True where a value in money is above its limit; currencies of small units reach high figures, so the limit is wide.</summary>
    public static bool IsBeyondMoney(decimal value) => value > AnyMoney;

    /// <summary>The smallest amount that the comparison within a file may flag: an amount that no one would doubt is no outlier, however small its
    /// neighbours.</summary>
    public static decimal Floor(string unit) =>
        unit switch
        {
            "KGM" or "LTR" => 50_000m,
            _ => 1_000_000m,
        };

    private static bool IsUnder(string concealment, string parent) =>
        concealment.StartsWith(parent, StringComparison.Ordinal)
        && (concealment.Length == parent.Length || concealment[parent.Length] == '.');
}
