using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Findings.Stories;
using SeizureIntel.Queries;
using SeizureIntel.Tests.Etl;

namespace SeizureIntel.Tests.Analytics.Findings.Stories;

/// <summary>Findings made by hand with the cases and reporters under them, and the stories they give.</summary>
internal sealed class Told
{
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, FindingSources> _sources = new(StringComparer.Ordinal);

    /// <summary>Adds a finding; its cases are numbered from <paramref name="first"/> on, all of <paramref name="reporter"/>.</summary>
    public Finding Add(
        string kind,
        string subject,
        string from,
        string to,
        int first,
        int cases,
        string reporter,
        double? q = 1e-6,
        double ratio = 5,
        int reporters = 1,
        double expected = 0
    )
    {
        var period = new Period(Day(from), Day(to));
        Dictionary<string, IReadOnlyList<string>> fields = subject
            .Split(' ')
            .Select(s => s.Split('='))
            .ToDictionary(s => s[0], s => (IReadOnlyList<string>)s[1].Split(','), StringComparer.Ordinal);
        var finding = new Finding
        {
            Id = FindingId.Of(kind, fields, period),
            Kind = kind,
            Subject = fields,
            Period = period,
            Figure = new Figure(cases, "cases"),
            Baseline = kind is "shift" or "exceedance" ? new Baseline(expected, 0, expected + 1, 0.99) : null,
            Effect = new Effect(kind == "trend" ? "percent_per_year" : "rate_ratio", ratio, null, null, null),
            N = cases,
            Known = new Known(cases, cases),
            Reporters = reporters,
            P = q,
            Q = q,
            Method = "by hand",
            Evidence = new Evidence(SeizureQuery.All, cases),
        };
        _findings.Add(finding);
        _sources[finding.Id] = new FindingSources(
            new CaseSet([.. Enumerable.Range(first, cases)]),
            new Dictionary<string, int> { [reporter] = Math.Max(1, cases) }
        );
        return finding;
    }

    public IReadOnlyList<Story> Stories() => StoryBook.Of(_findings, _sources, Shipped.Lists);

    public IReadOnlyList<Story> StoriesInReverse() => StoryBook.Of(_findings.AsEnumerable().Reverse(), _sources, Shipped.Lists);

    public int Count => _findings.Count;

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
