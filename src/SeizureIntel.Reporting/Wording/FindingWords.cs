using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Reporting.Wording;

/// <summary>Says a finding in words: what, how much against what was expected, and how sure.</summary>
public sealed class FindingWords(CodeWords codes)
{
    // Below these an expected count is said in words.
    private const double NoneExpected = 0.1;
    private const double OneExpected = 0.95;

    private static readonly FrozenDictionary<string, (string What, string SoWhat)> Kinds = new Dictionary<string, (string, string)>
    {
        ["exceedance"] = ("more than expected", "look at the records for one large event or many small ones"),
        ["shift"] = ("the level has changed and stayed changed", "review the baseline and the controls that rest on it"),
        ["trend"] = ("a steady change", "plan controls for the level it leads to"),
        ["reporter_artefact"] = ("a change in who reports, not in what is seized", "do not read it as a change in trafficking"),
        ["backbone"] = ("a leg that carries most of the traffic at its ends", "keep it in the targeting profiles"),
        ["unusual"] = ("more traffic than its ends explain", "check what is special about this leg"),
        ["emerging"] = ("emerging", "add it to the targeting profiles"),
        ["fading"] = ("fading", "look for where the traffic has gone"),
        ["displacement"] = ("traffic has moved to a detour", "move controls with it"),
        ["hub"] = ("a hub of routes", "look at transit controls there"),
        ["frequent_path"] = ("a frequent route", "keep it in the targeting profiles"),
        ["inferred_path"] = ("a route inferred from its legs", "confirm it with the administrations on it"),
        ["ledger"] = ("movements in and out", "compare with the administrations on both sides"),
        ["association"] = ("found together more often than chance", "search for the others where one is seen"),
        ["novel"] = ("seen for the first time", "brief examination teams"),
        ["modus_operandi"] = ("a recurring way of working", "brief examination teams"),
        ["new_term"] = ("a new word in the narratives", "read the narratives"),
        ["composition"] = ("make-up of the weapons seized", "compare with neighbouring regions"),
        ["poly_crime"] = ("weapons found with other goods", "search for weapons where these goods are found, and the reverse"),
        ["weapons_per_case"] = ("weapons in a case", "many weapons a case point to trafficking rather than possession"),
        ["ammunition_ratio"] = ("rounds for each weapon", "look for the weapons that belong to the rounds"),
        ["parts_only"] = ("parts without a weapon", "look for the other parcels of the same consignment"),
        ["isacs_8_5"] = ("a measure of the small-arms assessment (ISACS 05.60)", "compare with neighbouring regions"),
        ["sdg_16_4_2"] = ("traced to an illicit origin (SDG indicator 16.4.2)", "compare with neighbouring regions"),
        ["silent_reporter"] = ("has stopped reporting", "ask for the missing reports"),
        ["late_reporter"] = ("reports late", "treat its latest months as incomplete"),
        ["new_reporter"] = ("has started to report", "do not read its first figures as a rise"),
        ["missing_field"] = ("seldom filled in", "ask reporters to fill it in"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

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
            parts.Select(s => finding.Subject.Count == 1 ? codes.Of(s.Key, s.Value) : Role(s.Key) + Cased(s.Key, codes.Of(s.Key, s.Value)))
        );
        return subject.Length == 0 ? "All seizures" : subject;
    }

    /// <summary>What kind of finding it is, in words.</summary>
    public static string Kind(Finding finding) =>
        finding.Kind == "trend" && finding.Effect is { } effect
            ? IsFall(effect)
                ? "a steady fall"
                : "a steady rise"
            : Kinds.TryGetValue(finding.Kind, out (string What, string) words)
                ? words.What
                : finding.Kind.Replace('_', ' ');

    /// <summary>What to do about it; null for kinds without a standing advice.</summary>
    public static string? SoWhat(Finding finding) =>
        Kinds.TryGetValue(finding.Kind, out (string, string SoWhat) words) ? words.SoWhat : null;

    /// <summary>The figure with its unit.</summary>
    public static string Figure(Finding finding) => UnitWords.With(finding.Figure.Value, finding.Figure.Unit);

    /// <summary>What was expected, to follow the figure, such as <c>where about 69 were expected</c>; empty where nothing was.</summary>
    public static string Comparison(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Baseline is not { } b)
            return "";
        if (finding.Figure.Unit == "share")
            return $"where {Number(b.Value, finding)} was expected";
        double about = b.Value < 10 ? Math.Round(b.Value, 1) : Math.Round(b.Value);
        return b.Value < NoneExpected ? "where none was expected"
            : b.Value < OneExpected ? "where less than one was expected"
            : $"where about {NumberWords.Quantity(about)} {(about == 1 ? "was" : "were")} expected";
    }

    /// <summary>How sure: the probability word, and confidence apart from it.</summary>
    public static string Certainty(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        // That a reporter is silent, new or late, or a field empty, is seen and not inferred.
        if (finding.Q is null && (finding.Kind == "missing_field" || finding.Kind.EndsWith("_reporter", StringComparison.Ordinal)))
            return "";
        string reporters = finding.Reporters == 0 ? "" : ", " + UnitWords.With(finding.Reporters, "reporters");
        string material = $"{Likelihood.Confidence(finding)} confidence (known {EditionNumbers.Known(finding.Known)}{reporters})";
        return Likelihood.Word(finding) is { } word ? $"{word} to be more than chance; {material}" : $"not tested; {material}";
    }

    /// <summary>The statistics behind it: what was expected with its range, the effect with its interval, q; empty where there is none.</summary>
    public static string Statistics(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var parts = new List<string>();
        if (finding.Baseline is { } b)
            parts.Add(
                b.Value < NoneExpected && finding.Figure.Unit != "share"
                    ? "expected <" + NumberWords.Quantity(NoneExpected)
                    : $"expected {Number(b.Value, finding)} ({Number(b.Low, finding)}–{Number(b.High, finding)})"
            );
        // A ratio to next to nothing has no meaning.
        if (finding.Effect is { } e && !(IsRatio(e) && finding.Baseline is { Value: < OneExpected } && finding.Figure.Unit != "share"))
        {
            string interval = e is { Low: { } low, High: { } high } ? $" ({Size(e, low)}–{Size(e, high)})" : "";
            parts.Add($"{e.Name.Replace('_', ' ')} {Size(e, e.Value)}{interval}");
        }

        if (finding.Q is { } q)
            parts.Add("q " + Equal(q));
        return string.Join("; ", parts);
    }

    private static string Equal(double q) => q < 0.001 ? NumberWords.Probability(q) : "= " + NumberWords.Probability(q);

    private static bool IsFall(Effect effect) =>
        effect.Name.EndsWith("ratio", StringComparison.Ordinal) ? effect.Value < 1 : effect.Value < 0;

    private static string Number(double value, Finding finding) =>
        finding.Figure.Unit == "share" ? NumberWords.Share(value) : NumberWords.Quantity(value);

    private static string Size(Effect effect, double value) =>
        effect.Name switch
        {
            "share_change" => NumberWords.Change(value),
            "share" => NumberWords.Share(value),
            _ => NumberWords.Quantity(value),
        };

    private static bool IsRatio(Effect effect) => effect.Name is "lift" || effect.Name.EndsWith("ratio", StringComparison.Ordinal);

    private static string Cased(string field, string words) =>
        field == "mode_of_transport" && words.Length > 0 ? char.ToLowerInvariant(words[0]) + words[1..] : words;

    private static string Role(string field) =>
        field switch
        {
            "origin_country" => "origin ",
            "departure_country" or "from" => "from ",
            "transit_countries" => "through ",
            "destination_country" or "to" => "to ",
            "country" => "in ",
            "reporting_country" => "reported by ",
            "mode_of_transport" => "by ",
            _ => "",
        };
}
