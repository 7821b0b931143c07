using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>A pattern of a simulation's answer sheet.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Kind">Kind of the finding that tells it.</param>
/// <param name="MustFind">Whether its effect is large enough to be found always.</param>
/// <param name="From">First day of its effect.</param>
/// <param name="To">Last day of its effect.</param>
/// <param name="Subject">Codes by template field.</param>
internal sealed record PlantedPattern(
    string Id,
    string Kind,
    bool MustFind,
    DateOnly From,
    DateOnly To,
    IReadOnlyDictionary<string, string[]> Subject
)
{
    /// <summary>Reads an answer sheet.</summary>
    public static IReadOnlyList<PlantedPattern> Read(string answers)
    {
        using JsonDocument sheet = JsonDocument.Parse(answers);
        return
        [
            .. sheet
                .RootElement.GetProperty("patterns")
                .EnumerateArray()
                .Select(p => new PlantedPattern(
                    p.GetProperty("id").GetString()!,
                    p.GetProperty("kind").GetString()!,
                    p.GetProperty("must_find").GetBoolean(),
                    DateOnly.ParseExact(p.GetProperty("from").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    DateOnly.ParseExact(p.GetProperty("to").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    p.GetProperty("subject")
                        .EnumerateObject()
                        .ToDictionary(
                            s => s.Name,
                            s => s.Value.EnumerateArray().Select(v => v.GetString()!).ToArray(),
                            StringComparer.Ordinal
                        )
                )),
        ];
    }

    /// <summary>True where a finding names half of the planted fields or more and contradicts none.</summary>
    public bool Agrees(Finding finding)
    {
        Dictionary<string, string[]> found = SubjectOf(finding);
        string[] shared = [.. Subject.Keys.Intersect(found.Keys)];
        return 2 * shared.Length >= Subject.Count
            && shared.All(k => Subject[k].Any(planted => found[k].Any(code => IsSame(planted, code))));
    }

    /// <summary>True where a finding tells of days in which the pattern was at work; what ended before it began is none of it.</summary>
    public bool IsAtWork(Finding finding) => finding.Period.From <= To && finding.Period.To >= From;

    /// <summary>Fields that a finding and the pattern both name; a product says its heading.</summary>
    public int Shared(Finding finding)
    {
        Dictionary<string, string[]> found = SubjectOf(finding);
        return Subject.Keys.Count(k => found.ContainsKey(k) && (k != "heading" || !found.ContainsKey("product")));
    }

    // A path says in one word what the sheet says in three: where from, by way of what, where to.
    private static Dictionary<string, string[]> SubjectOf(Finding finding)
    {
        Dictionary<string, string[]> subject = finding.Subject.ToDictionary(s => s.Key, s => s.Value.ToArray(), StringComparer.Ordinal);
        if (!subject.TryGetValue("path", out string[]? paths))
            return subject;
        string[][] places = [.. paths.Select(p => p.Split('>'))];
        subject.TryAdd("departure_country", [.. places.Select(p => p[0])]);
        subject.TryAdd("transit_countries", [.. places.SelectMany(p => p[1..^1])]);
        subject.TryAdd("destination_country", [.. places.Select(p => p[^1])]);
        return subject;
    }

    // Codes with points are trees; routes and narratives hold the planted part somewhere.
    private static bool IsSame(string planted, string found) =>
        planted == found
        || found.StartsWith(planted + ".", StringComparison.Ordinal)
        || planted.StartsWith(found + ".", StringComparison.Ordinal)
        || (planted.AsSpan().IndexOfAny('>', ' ') >= 0 && found.Contains(planted, StringComparison.Ordinal));
}
