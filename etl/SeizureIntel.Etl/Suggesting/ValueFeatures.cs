using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Fields;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>What of a column's cells is learned: what they look like, which code lists know them, and what stands before and behind the column.</summary>
/// <param name="lists">The code lists.</param>
internal sealed class ValueFeatures(CodeListSet lists)
{
    /// <summary>The feature that every column has.</summary>
    public const uint Always = 2;

    private const double FewestLetters = 0.7;
    private const int MostNamed = 80;
    private const int FewestCodes = 3;
    private const double LeastFit = 0.05;
    private const double Shortest = 3.5;

    private static readonly double[] Shares = [1e-6, 0.3, 0.7, 0.95];
    private static readonly double[] Fits = [LeastFit, 0.2, 0.5, 0.8];
    private static readonly double[] Counts = [2, 3, 5, 9, 17, 33, 65];
    private static readonly double[] Words = [1.05, 1.5, 2.2, 3.5, 6, 12];
    private static readonly double[] Lengths = [2.5, 4, 7, 11, 18, 30, 60];
    private static readonly double[] Amounts = [2, 10, 32, 100, 1000, 10_000, 1_000_000];

    private readonly string[] _names =
    [
        .. SeizureFields
            .Template.Select(f => f.CodeList)
            .OfType<string>()
            .Append("unlocode")
            .Distinct()
            .Where(n => lists.Lists.Any(l => l.Name == n)),
    ];

    /// <summary>The features, each once.</summary>
    /// <param name="signs">The column's values.</param>
    /// <param name="unit">The unit that its name has.</param>
    public IReadOnlyCollection<uint> Of(ValueSigns signs, HeaderUnit unit)
    {
        var found = new HashSet<uint>();
        ColumnProfile profile = signs.Profile;
        if (signs.Stated == 0)
            return found;
        Step(found, "days", signs.Days, Shares);
        Step(found, "periods", signs.Periods, Shares);
        Step(found, "years", signs.Years, Shares);
        Step(found, "numbers", signs.Numbers, Shares);
        Step(found, "integers", signs.Integers, Shares);
        Step(found, "measured", signs.Measured, Shares);
        Step(found, "worded", signs.Worded, Shares);
        Step(found, "priced", signs.Priced, Shares);
        Step(found, "letters", signs.Letters, Shares);
        Step(found, "times", signs.Times, Shares);
        Step(found, "references", signs.References, Shares);
        Step(found, "latin", signs.LatinNames, Shares);
        Step(found, "tariffs", signs.Tariffs, Shares);
        Step(found, "filled", profile.FilledShare, Shares);
        Step(found, "distinct", profile.DistinctShare, Shares);
        Step(found, "stated", signs.Stated, Counts);
        if (signs.IsSequence)
            Add(found, "sequence");
        if (unit.Unit is not null)
            Add(found, "unit");
        if (unit.Currency is not null)
            Add(found, "currency");
        if (signs.Numbers > FewestLetters)
        {
            Step(found, "most", signs.Most, Amounts);
            if (signs.Least < 0)
                Add(found, "negative");
        }
        else if (signs.Letters > FewestLetters && signs.Days < FewestLetters)
        {
            Step(found, "words", profile.MeanWords, Words);
            Step(found, "length", profile.MeanLength, Lengths);
            if (profile.MeanLength < Shortest && signs.Values.All(v => !v.Text.Any(char.IsLower)))
                Add(found, "codes");
            OfLists(signs, found);
        }

        return found;
    }

    /// <summary>What stands beside a column.</summary>
    /// <param name="before">The field that the name of the column before says; null for none.</param>
    /// <param name="behind">That of the column behind.</param>
    public static IReadOnlyCollection<uint> Beside(string? before, string? behind) => [Hash("before:" + before), Hash("behind:" + behind)];

    private static void Add(HashSet<uint> found, string text) => found.Add(Hash(text));

    // Of an amount, how many of the bounds it reaches.
    private static void Step(HashSet<uint> found, string name, double value, double[] bounds) =>
        Add(found, name + ":" + bounds.Count(b => value >= b));

    private static uint Hash(string text) => TaggerHash.Feature('v', text);

    private void OfLists(ValueSigns signs, HashSet<uint> found)
    {
        string? best = null;
        double most = LeastFit;
        foreach (string name in _names)
        {
            ListFit fit = signs.Fit(name);
            double known = name == "products" ? fit.Score : fit.Rows;
            Step(found, name, known, Fits);
            if (fit.Codes >= FewestCodes)
                Add(found, "kinds:" + name);
            if (signs.Stated <= MostNamed)
                Step(found, "some:" + name, signs.Named(name), Fits);
            if (known > most)
                (best, most) = (name, known);
        }

        Add(found, "best:" + best);
    }
}
