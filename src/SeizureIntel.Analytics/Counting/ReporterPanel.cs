using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Ports;
using SeizureIntel.Queries;

namespace SeizureIntel.Analytics.Counting;

/// <summary>Who reported in which quarter, over all headings; and who reported in every one: the constant panel.</summary>
public sealed class ReporterPanel
{
    // Who sent a record, how, and for whose eyes: what is asked of these is asked of the reporters too.
    private static readonly string[] WhoFields = ["reporting_country", "source", "submission", "marking"];

    private readonly Dictionary<(string Reporter, int Quarter), int> _counts = [];
    private readonly Dictionary<(string Reporter, int Month), int> _months;
    private readonly SeizureQuery _query;

    private ReporterPanel(SeizureQuery query, Dictionary<(string Reporter, int Month), int> months, DateOnly from, DateOnly to)
    {
        _query = query;
        int firstQuarter = Months.Quarter(Months.Of(from)),
            lastQuarter = Months.Quarter(Months.Of(to));
        _months = months;
        foreach (((string reporter, int month), int count) in months)
        {
            var key = (reporter, Months.Quarter(month));
            _counts[key] = _counts.GetValueOrDefault(key) + count;
        }

        From = from;
        FirstQuarter = firstQuarter;
        LastQuarter = lastQuarter;
        Reporters = [.. _counts.Keys.Select(k => k.Reporter).Distinct().Order(StringComparer.Ordinal)];
        Constant = Reporters
            .Where(r => Enumerable.Range(firstQuarter, lastQuarter - firstQuarter + 1).All(q => _counts.ContainsKey((r, q))))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>First day looked at.</summary>
    public DateOnly From { get; }

    /// <summary>Running number of the first quarter looked at.</summary>
    public int FirstQuarter { get; }

    /// <summary>Running number of the last quarter looked at.</summary>
    public int LastQuarter { get; }

    /// <summary>Reporting countries with at least one seizure of any heading in the quarters looked at, by code.</summary>
    public IReadOnlyList<string> Reporters { get; }

    /// <summary>Those with at least one in every quarter.</summary>
    public IReadOnlySet<string> Constant { get; }

    /// <summary>Seizures of any heading of a reporter in a quarter.</summary>
    public int Count(string reporter, int quarter) => _counts.GetValueOrDefault((reporter, quarter));

    /// <summary>The records behind a count of a reporter's seizures of any heading within days.</summary>
    public Evidence Evidence(string reporter, DateOnly from, DateOnly to, int count) =>
        new(_query.Within(from, to).With("reporting_country", reporter), count);

    /// <summary>Seizures of any heading of a reporter in a month.</summary>
    public int InMonth(string reporter, int month) => _months.GetValueOrDefault((reporter, month));

    /// <summary>A query without bounds for the reporters of another, whatever that one's other conditions.</summary>
    public static SeizureQuery ReportersOf(SeizureQuery query)
    {
        var reporters = new SeizureQuery();
        foreach (string field in WhoFields)
        {
            if (query.Where.TryGetValue(field, out IReadOnlyList<string>? values))
                reporters = reporters.With(field, values);
        }

        return reporters;
    }

    /// <summary>True where a query asks for all that its reporters sent.</summary>
    public static bool IsWhole(SeizureQuery query) =>
        query.Text is null
        && query.Without is null
        && query.Not.Count == 0
        && query.And is null
        && query.Where.Keys.All(k => Array.IndexOf(WhoFields, k) >= 0);

    /// <summary>Counts the reporters of a scope's region, whatever the scope's other conditions, over the quarters that touch a period.</summary>
    public static async Task<ReporterPanel> ReadAsync(
        ISeizureIndex index,
        StudyScope scope,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellationToken
    )
    {
        SeizureQuery reporters = ReportersOf(scope.Query) with { From = from, To = to };
        Tabulation table = await index.TabulateAsync(
            scope.Reader,
            new TabulationRequest(reporters, ["reporting_country"], Measure.Count, Bucket.Month),
            cancellationToken
        );
        var counts = new Dictionary<(string, int), int>();
        bool hasCoarseDates = false;
        foreach (TabulationRow row in table.Rows)
        {
            string first = row.Key[1] + "-01";
            if (!DateOnly.TryParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month))
            {
                hasCoarseDates = true;
                continue;
            }

            counts[(row.Key[0], Months.Of(month))] = (int)row.Value;
        }

        // A date known to the quarter or year only belongs to no month: the records behind a count leave it out as the count does.
        return new ReporterPanel(hasCoarseDates ? reporters.With("date_precision", "DAY", "MONTH") : reporters, counts, from, to);
    }
}
