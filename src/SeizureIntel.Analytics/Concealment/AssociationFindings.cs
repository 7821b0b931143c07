using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Associations;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Concealment;

/// <summary>Tells what goes together with a hiding place or a method: goods, means of transport, origin.</summary>
internal sealed class AssociationFindings
{
    /// <summary>Name of the method.</summary>
    public const string Method = "fisher-association";

    private const int MostJudged = 2000;
    private const int MostTold = 200;
    private const double Nested = 0.8;
    private const double SingleFrom = 0.9;
    private const double LeastWithin = 1.2;

    // Branches of the concealment list that are a means of transport or its unit load, and the modes they imply: UN/ECE Recommendation 19.
    private static readonly Dictionary<string, string[]> Modes = new(StringComparer.Ordinal)
    {
        ["3"] = ["3", "23"],
        ["5"] = ["1", "8"],
        ["6"] = ["1", "8"],
        ["7"] = ["4"],
        ["8"] = ["2", "23"],
        ["9"] = ["5"],
    };

    private readonly ScopedFrame _scoped;
    private readonly ItemPatterns _patterns;
    private readonly ReporterStrata _strata;

    /// <summary>Gathers the scope's seizures.</summary>
    public AssociationFindings(ScopedFrame scoped, ConcealmentItems items)
    {
        _scoped = scoped;
        _patterns = new ItemPatterns(scoped.Frame, scoped.Inside, [items.Where, items.How, items.Goods, items.Mode, items.Origin]);
        _strata = new ReporterStrata(_patterns, scoped.Frame["reporting_country"].Values.Count);
    }

    /// <summary>The associations, strongest of nested ones only.</summary>
    /// <param name="notes">What is left out is added here.</param>
    public IReadOnlyList<Finding> Findings(List<string> notes)
    {
        Association[] found =
        [
            .. new AssociationSearch(_patterns)
                .Run(IsImplied)
                .Where(a => a.Q <= FindingOrder.ShownUpTo || _scoped.Scope.ShowAll)
                .OrderBy(a => a.Q)
                .ThenByDescending(a => a.Rank)
                .ThenBy(a => Text(a), StringComparer.Ordinal),
        ];
        Association[] judged = [.. found.Take(MostJudged)];
        Finding[] told =
        [
            .. judged
                .Where(a => !judged.Any(o => o != a && o.Count >= Nested * a.Count && IsNarrower(o, a)))
                .Select(Told)
                .OfType<Finding>()
                .Take(MostTold),
        ];
        if (told.Length == MostTold)
            notes.Add(
                $"Associations: the {MostTold} strongest are told; {found.Length} combinations pass the test, nested ones counted each."
            );
        return told;
    }

    private static string Text(Association a) =>
        string.Join('|', a.Attributes.Zip(a.Items, (x, y) => string.Create(CultureInfo.InvariantCulture, $"{x}:{y}")));

    private bool IsImplied(int place, int attribute, int item)
    {
        if (_patterns.Attributes[attribute].Field != "mode_of_transport")
            return false;
        string branch = _patterns.Attributes[0].Subject(place)[0].Code.Split('.')[0];
        string mode = _patterns.Attributes[attribute].Subject(item)[0].Code;
        return Modes.TryGetValue(branch, out string[]? modes) && modes.Any(m => mode.StartsWith(m, StringComparison.Ordinal));
    }

    // Every item of the wide one is, or lies above, an item of the narrow one.
    private bool IsNarrower(Association narrow, Association wide)
    {
        if (narrow.Attributes.Length < wide.Attributes.Length)
            return false;
        for (int i = 0; i < wide.Attributes.Length; i++)
        {
            int at = Array.IndexOf(narrow.Attributes, wide.Attributes[i]);
            if (at < 0 || !_patterns.Attributes[wide.Attributes[i]].IsWithin(narrow.Items[at], wide.Items[i]))
                return false;
        }

        return true;
    }

    private Finding? Told(Association a)
    {
        IReadOnlyList<StratumTable> strata = _strata.Of(a);
        double? pooled = Odds(a.Count, a.Left, a.RightCount, a.Records);
        double? across = MantelHaenszel.OddsRatio(strata);

        // Within the reporters there is next to nothing: the pair only tells who reports what.
        if (across < LeastWithin)
            return null;
        int reporters = strata.Count(s => s.Both > 0);
        List<Phrase> caveats = [];
        if (strata.Max(s => s.Both) >= SingleFrom * a.Count)
            caveats.Add("single reporter");
        caveats.Add($"odds ratio {Number(pooled)} pooled, {Number(across)} within reporters");
        if (across < pooled / 2)
            caveats.Add("partly a difference between reporters");
        if (a.Attributes.Length == 3)
            caveats.Add("holds beyond each of its pairs");
        (string Field, string Code)[] subject =
        [
            .. a.Attributes.SelectMany((attribute, i) => _patterns.Attributes[attribute].Subject(a.Items[i])),
        ];
        Dictionary<string, IReadOnlyList<string>> codes = subject.ToDictionary(
            s => s.Field,
            s => (IReadOnlyList<string>)[s.Code],
            StringComparer.Ordinal
        );
        var period = new Period(_scoped.From, _scoped.To);
        (double lift, double low, double high) = LiftInterval.Of(a.Count, a.Left, a.RightCount, a.Records);
        CountDistribution chance = CountDistribution.Poisson(a.Expected);
        return new Finding
        {
            Id = FindingId.Of("association", codes, period),
            Kind = "association",
            Subject = codes,
            Period = period,
            Figure = new Figure(a.Count, "seizures"),
            Baseline = new Baseline(a.Expected, chance.Quantile(0.025), chance.Quantile(0.975), 0.95),
            Effect = new Effect("lift", lift, low, high, LiftInterval.Level),
            N = a.Count,
            Known = new Known(a.Records, _scoped.Inside.Count),
            Reporters = reporters,
            P = a.P,
            Q = a.Q,
            Method = Method,
            Caveats = caveats,
            Evidence = _scoped.Evidence(a.Count, _scoped.From, _scoped.To, subject),
            Rank = a.Rank,
        };
    }

    private static double? Odds(double both, double left, double right, double records) =>
        left - both > 0 && right - both > 0 ? both * (records - left - right + both) / ((left - both) * (right - both)) : null;

    private static Phrase Number(double? value)
    {
        if (value is { } finite)
            return $"{finite:0.0}";
        return "not finite";
    }
}
