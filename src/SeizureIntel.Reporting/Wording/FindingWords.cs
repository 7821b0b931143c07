using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Reporting.Wording;

/// <summary>Says a finding in words: what, how much against what was expected, and how sure.</summary>
/// <param name="codes">Names in the language of the phrases.</param>
/// <param name="phrases">The words.</param>
public sealed class FindingWords(CodeWords codes, Phrases phrases)
{
    // Below these an expected count is said in words.
    private const double NoneExpected = 0.1;
    private const double OneExpected = 0.95;

    // What is moved, then how, then where, then by whom: the order in which an analyst says it.
    private static readonly string[] SubjectOrder =
    [
        "heading",
        "product",
        "firearm_type",
        "species",
        "calibre",
        "case_headings",
        "path",
        "leg",
        "from",
        "to",
        "origin_country",
        "departure_country",
        "transit_countries",
        "destination_country",
        "country",
        "concealment",
        "concealment_how",
        "mode_of_transport",
        "conveyance_type",
        "field",
        "reporting_country",
    ];

    /// <summary>What the finding is about, such as <c>Cocaine · Colombia → Spain</c>.</summary>
    public string Subject(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> parts = finding
            .Subject
            // A product says its heading.
            .Where(s => s.Key != "heading" || !finding.Subject.ContainsKey("product"))
            .OrderBy(s => Array.IndexOf(SubjectOrder, s.Key) is >= 0 and var at ? at : SubjectOrder.Length)
            .ThenBy(s => s.Key, StringComparer.Ordinal);
        // Alone, a subject needs no role: "Peru", not "reported by Peru".
        string subject = string.Join(
            " · ",
            parts.Select(s => finding.Subject.Count == 1 ? codes.Of(s.Key, s.Value) : Role(s.Key, Cased(s.Key, codes.Of(s.Key, s.Value))))
        );
        return subject.Length == 0 ? phrases.Fill("subject.all") : subject;
    }

    /// <summary>What kind of finding it is, in words.</summary>
    public string Kind(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        string key = "kind." + finding.Kind;
        if (finding.Effect is { } effect && phrases.Has(key + ".more"))
            key += IsFall(effect) ? ".less" : ".more";
        return phrases.Find(key) ?? finding.Kind.Replace('_', ' ');
    }

    /// <summary>What to do about it; null for kinds without a standing advice.</summary>
    public string? SoWhat(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return phrases.Find("advice." + finding.Kind);
    }

    /// <summary>The figure with its unit.</summary>
    public string Figure(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Amount(finding.Figure.Value, finding.Figure.Unit);
    }

    /// <summary>What was expected, to follow the figure, such as <c>where about 69 were expected</c>; empty where nothing was.</summary>
    public string Comparison(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Baseline is not { } b)
            return "";
        if (finding.Figure.Unit == "share")
            return phrases.Fill("expected.share", ("value", Number(b.Value, finding)));
        double about = b.Value < 10 ? Math.Round(b.Value, 1) : Math.Round(b.Value);
        return phrases.Fill(
            b.Value < NoneExpected ? "expected.none"
                : b.Value < OneExpected ? "expected.less"
                : about == 1 ? "expected.one"
                : "expected.about",
            ("value", NumberWords.Quantity(about, phrases.Signs))
        );
    }

    /// <summary>How sure: the probability word, and confidence apart from it.</summary>
    public string Certainty(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        // That a reporter is silent, new or late, or a field empty, is seen and not inferred.
        if (finding.Q is null && (finding.Kind == "missing_field" || finding.Kind.EndsWith("_reporter", StringComparison.Ordinal)))
            return "";
        string material = phrases.Fill(
            finding.Reporters == 0 ? "certainty.material" : "certainty.reported",
            ("confidence", phrases.Fill("confidence." + Likelihood.Confidence(finding))),
            ("known", EditionNumbers.Known(finding.Known, phrases)),
            ("reporters", Amount(finding.Reporters, "reporters"))
        );
        return Likelihood.Word(finding) is { } word
            ? phrases.Fill("certainty.tested", ("likelihood", phrases.Fill("likelihood." + word.Replace(' ', '_'))), ("material", material))
            : phrases.Fill("certainty.untested", ("material", material));
    }

    /// <summary>The statistics behind it: what was expected with its range, the effect with its interval, q; empty where there is none.</summary>
    public string Statistics(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var parts = new List<string>();
        if (finding.Baseline is { } b)
            parts.Add(
                b.Value < NoneExpected && finding.Figure.Unit != "share"
                    ? phrases.Fill("statistics.few", ("value", NumberWords.Quantity(NoneExpected, phrases.Signs)))
                    : phrases.Fill(
                        "statistics.expected",
                        ("value", Number(b.Value, finding)),
                        ("low", Number(b.Low, finding)),
                        ("high", Number(b.High, finding))
                    )
            );
        // A ratio to next to nothing has no meaning.
        if (finding.Effect is { } e && !(IsRatio(e) && finding.Baseline is { Value: < OneExpected } && finding.Figure.Unit != "share"))
        {
            string interval = e is { Low: { } low, High: { } high } ? $" ({Size(e, low)}–{Size(e, high)})" : "";
            parts.Add($"{phrases.Find("effect." + e.Name) ?? e.Name.Replace('_', ' ')} {Size(e, e.Value)}{interval}");
        }

        if (finding.Q is { } q)
            parts.Add("q " + Equal(q));
        return string.Join("; ", parts);
    }

    /// <summary>A value with its unit, such as <c>12.5 kg</c>; a unit that the language has no word for stays as it is.</summary>
    public string Amount(double value, string unit) => UnitWords.With(value, unit, phrases);

    private string Equal(double q) => (q < 0.001 ? "" : "= ") + NumberWords.Probability(q, phrases.Signs);

    private static bool IsFall(Effect effect) =>
        effect.Name.EndsWith("ratio", StringComparison.Ordinal) ? effect.Value < 1 : effect.Value < 0;

    private string Number(double value, Finding finding) =>
        finding.Figure.Unit == "share" ? NumberWords.Share(value, phrases.Signs) : NumberWords.Quantity(value, phrases.Signs);

    private string Size(Effect effect, double value) =>
        effect.Name switch
        {
            "share_change" => NumberWords.Change(value, phrases.Signs),
            "share" => NumberWords.Share(value, phrases.Signs),
            _ => NumberWords.Quantity(value, phrases.Signs),
        };

    private static bool IsRatio(Effect effect) => effect.Name is "lift" || effect.Name.EndsWith("ratio", StringComparison.Ordinal);

    private static string Cased(string field, string words) =>
        field == "mode_of_transport" && words.Length > 0 ? char.ToLowerInvariant(words[0]) + words[1..] : words;

    private string Role(string field, string value)
    {
        string key =
            "subject."
            + (
                field is "from" ? "departure_country"
                : field is "to" ? "destination_country"
                : field
            );
        return phrases.Has(key) ? phrases.Fill(key, ("value", value)) : value;
    }
}
