using System;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>What speaks for a field.</summary>
/// <param name="Field">A template field, a word with <c>_</c> before it for a column that is known and not taken, or <see cref="NameModel.Nothing"/>.</param>
/// <param name="Header">What the name says, by the list or by what was learned from it.</param>
/// <param name="Listed">What the list of names says, 0 to 1.</param>
/// <param name="Chance">What was learned from the list makes of the name, 0 to 1.</param>
/// <param name="Values">What the values say: log-odds.</param>
/// <param name="Kind">What was learned of the cells of labelled columns makes of these, 0 to 1.</param>
internal sealed record FieldParts(string Field, HeaderSign Header, double Listed, double Chance, double Values, double Kind)
{
    /// <summary>The parts that are weighed, in the order of <see cref="Parts"/>.</summary>
    public static string[] Names { get; } = ["listed", "said", "likely", "chance", "values", "kind"];

    private const double Impossible = -15;
    private const double LeastChance = 1e-3;
    private const double MostValues = 6;

    // Cells that are like none of the labelled ones exclude nothing.
    private const double LeastKind = 0.01;

    /// <summary>Log-odds by hand-set weights, for where nothing was learned.</summary>
    public double ByHand => Field == NameModel.Nothing ? Impossible * 2 : -3 + (6 * Header.Strength) + Values;

    /// <summary>False where the values exclude the field.</summary>
    public bool IsPossible => Values > Impossible;

    /// <summary>What is weighed.</summary>
    public double[] Parts =>
        [
            Listed,
            Listed >= ColumnWords.SaysIt ? 1 : 0,
            Math.Log(Math.Max(LeastChance, Chance)),
            Chance,
            Math.Clamp(Values, -MostValues, MostValues),
            Math.Log(Math.Max(LeastKind, Kind)),
        ];

    /// <summary>Log-odds by learned weights.</summary>
    public double Learned(NameModel model)
    {
        if (!IsPossible)
            return double.NegativeInfinity;
        double[] parts = Parts;
        double score = model.Weighing(Field);
        for (int i = 0; i < parts.Length; i++)
            score += parts[i] * model.Weighing(Names[i]);
        return score;
    }
}
