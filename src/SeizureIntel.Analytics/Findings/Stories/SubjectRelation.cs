using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;

namespace SeizureIntel.Analytics.Findings.Stories;

/// <summary>How the subjects of two findings stand to each other, codes being trees.</summary>
internal sealed class SubjectRelation(CodeListSet codes)
{
    // Routes are compared as chains of countries, and heading follows from product.
    private static readonly string[] RouteFields = ["path", "leg"];

    /// <summary>True where one subject has every field of the other, with the same codes or codes below them.</summary>
    public bool IsNested(ToldFinding one, ToldFinding other) => Holds(one, other) || Holds(other, one);

    /// <summary>True where both subjects are the same.</summary>
    public static bool IsSame(ToldFinding one, ToldFinding other)
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> a = one.Finding.Subject,
            b = other.Finding.Subject;
        return a.Count == b.Count && a.All(s => b.TryGetValue(s.Key, out IReadOnlyList<string>? codes) && codes.SequenceEqual(s.Value));
    }

    /// <summary>True where both name a field with codes that have nothing in common: cocaine and heroin, Spain and Peru. Routes are no such field:
    /// two legs may be one journey.</summary>
    public bool Contradicts(ToldFinding one, ToldFinding other) =>
        Shared(one, other).Any(f => !RouteFields.Contains(f) && !AreRelated(f, one, other));

    /// <summary>True where both name a field besides the heading with codes that have something in common.</summary>
    public bool ShareCode(ToldFinding one, ToldFinding other) =>
        Shared(one, other).Any(f => f != "heading" && !RouteFields.Contains(f) && AreRelated(f, one, other)) || ShareRoute(one, other);

    /// <summary>True where a route of one is a route of the other, or part of it.</summary>
    public static bool ShareRoute(ToldFinding one, ToldFinding other) =>
        one.Routes.Any(a => other.Routes.Any(b => IsPart(a, b) || IsPart(b, a)));

    private static bool IsPart(string part, string whole) => $">{whole}>".Contains($">{part}>", StringComparison.Ordinal);

    private bool Holds(ToldFinding wide, ToldFinding narrow) =>
        wide.Finding.Subject.Keys.All(f =>
            RouteFields.Contains(f)
                ? ShareRoute(wide, narrow)
                : narrow.Finding.Subject.TryGetValue(f, out IReadOnlyList<string>? below)
                    && below.All(Selected(f, wide.Finding.Subject[f]).Contains)
        );

    private static IEnumerable<string> Shared(ToldFinding one, ToldFinding other) =>
        one.Finding.Subject.Keys.Where(other.Finding.Subject.ContainsKey);

    private bool AreRelated(string field, ToldFinding one, ToldFinding other)
    {
        IReadOnlyList<string> a = one.Finding.Subject[field],
            b = other.Finding.Subject[field];
        return b.Any(Selected(field, a).Contains) || a.Any(Selected(field, b).Contains);
    }

    private IReadOnlySet<string> Selected(string field, IReadOnlyList<string> values) =>
        SeizureFields.Find(field) is { } known ? codes.Selected(known, values) : values.ToHashSet(StringComparer.Ordinal);
}
