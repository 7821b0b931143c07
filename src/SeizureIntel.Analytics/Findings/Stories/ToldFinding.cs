using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Findings.Stories;

/// <summary>A finding as stories look at it: what it speaks of, which way, of which records and whose.</summary>
internal sealed class ToldFinding
{
    private const double MostOfTheRecords = 0.8;

    private static readonly string[] RouteFields = ["path", "leg"];

    private readonly IReadOnlyDictionary<string, int> _reporters;

    public ToldFinding(Finding finding, FindingSources? sources)
    {
        Finding = finding;
        _reporters = sources?.Reporters ?? new Dictionary<string, int>();
        Kind = StoryKinds.Of(finding);
        Cases = sources?.Cases;
        Direction = DirectionOf(finding);
        Reporter = Named(finding, "reporting_country") ?? MainReporter(sources);
        Routes = [.. RouteFields.SelectMany(f => finding.Subject.GetValueOrDefault(f) ?? [])];
        Goods = Named(finding, "product");
        Heading = Named(finding, "heading");
    }

    public Finding Finding { get; }

    public StoryKind Kind { get; }

    /// <summary>Its cases; null where they were not read.</summary>
    public CaseSet? Cases { get; }

    /// <summary>1 for more, -1 for less, 0 for neither.</summary>
    public int Direction { get; }

    /// <summary>The reporter that it names, or that sent four fifths of its records; null for several.</summary>
    public string? Reporter { get; }

    /// <summary>Legs and paths that it names, such as <c>CO&gt;ES</c>.</summary>
    public IReadOnlyList<string> Routes { get; }

    /// <summary>The one product that it names; null for none or several.</summary>
    public string? Goods { get; }

    /// <summary>The one heading that it names; null for none or several.</summary>
    public string? Heading { get; }

    public DateOnly From => Finding.Period.From;

    public DateOnly To => Finding.Period.To;

    /// <summary>Cases above or below what was expected; all of them where nothing was expected.</summary>
    public double Excess =>
        Finding.Baseline is { } baseline && Finding.Figure.Unit is "cases" or "seizures"
            ? Math.Abs(Finding.Figure.Value - baseline.Value)
            : Finding.N;

    /// <summary>Share of its records that a reporter sent: all where it names the reporter.</summary>
    public double ShareOf(string reporter) =>
        Named(Finding, "reporting_country") is { } named ? (named == reporter ? 1 : 0)
        : _reporters.TryGetValue(reporter, out int own) ? (double)own / _reporters.Values.Sum()
        : 0;

    /// <summary>What a change does to a subject that had none: rises and falls are told apart by it.</summary>
    private static int DirectionOf(Finding finding) =>
        finding.Kind switch
        {
            "exceedance" or "emerging" or "novel" or "new_term" or "new_reporter" => 1,
            "fading" or "silent_reporter" => -1,
            "shift" or "trend" or "reporter_artefact" when finding.Effect is { } effect => Math.Sign(
                effect.Name.EndsWith("ratio", StringComparison.Ordinal) ? effect.Value - 1 : effect.Value
            ),
            _ => 0,
        };

    private static string? Named(Finding finding, string field) => finding.Subject.GetValueOrDefault(field) is [string only] ? only : null;

    private static string? MainReporter(FindingSources? sources)
    {
        if (sources is null || sources.Reporters.Count == 0)
            return null;
        (string reporter, int most) = sources.Reporters.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).First();
        return most >= MostOfTheRecords * sources.Reporters.Values.Sum() ? reporter : null;
    }
}
