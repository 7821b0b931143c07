namespace SeizureIntel.Charts;

/// <summary>The words that every chart has, in the language of its page.</summary>
/// <param name="Expected">Names the line of what was expected.</param>
/// <param name="Range">Names the band around it.</param>
/// <param name="Beyond">Names the points outside the band.</param>
/// <param name="None">Stands for a cell without a count.</param>
public sealed record ChartWords(string Expected, string Range, string Beyond, string None)
{
    /// <summary>English.</summary>
    public static ChartWords English { get; } = new("Expected", "Range expected", "Beyond the range", "none");
}
