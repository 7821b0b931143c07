using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Studies;
using SeizureIntel.Workbench.Tabulating;

namespace SeizureIntel.Workbench.Comparing;

/// <summary>Counts several series step by step, so that they can be compared; who began or ceased to report is told apart by the constant panel.</summary>
public sealed class CompareDesk(ISeizureIndex index, FilterReader filters, CodeListSet codeLists)
{
    /// <summary>Most series at once: more lines cannot be told apart.</summary>
    public const int Most = 6;

    private const char Joint = '&';
    private const string Reporter = "reporting_country";

    /// <summary>The series of a scope.</summary>
    /// <exception cref="Fault">A condition was not understood, there are no series or too many, or the time is split in another way.</exception>
    public async Task<ComparisonAnswer> AnswerAsync(Reader reader, CompareQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(asked);
        if (asked.Series.Count is 0 or > Most)
            throw Fault.Usage(
                "wrong_number_of_series",
                $"There are {asked.Series.Count} series.",
                $"Give one to {Most}: series=product=cigarettes&series=product=cannabis."
            );
        Bucket bucket = asked.Bucket switch
        {
            Bucket.None => Bucket.Month,
            Bucket.Day => throw Fault.Usage("wrong_bucket", "Series are not compared by day.", "Give week, month or year."),
            _ => asked.Bucket,
        };
        Filter scope = filters.Read(asked);
        List<(string Asked, SeizureQuery Query, Tabulation Table)> tables = [];
        foreach (string series in asked.Series)
        {
            SeizureQuery query = Within(scope.Query, series);
            var request = new TabulationRequest(query, [Reporter], Measure.Count, bucket);
            tables.Add((series, query, await Misuse.AskAsync(() => index.TabulateAsync(reader, request, cancellationToken))));
        }

        string[] keys =
        [
            .. tables.SelectMany(t => t.Table.Rows).Select(r => r.Key[1]).Where(k => bucket.FirstDay(k) is not null).Distinct().Order(),
        ];
        if (
            (scope.Query.From ?? bucket.FirstDay(keys.FirstOrDefault())) is not { } from
            || (scope.Query.To ?? LastDay(keys.LastOrDefault(), bucket)) is not { } to
        )
            return new ComparisonAnswer(
                default,
                default,
                [],
                [],
                [.. tables.Select(t => Series(t.Asked, t.Query, t.Table, [], new HashSet<string>()))]
            );
        ReporterPanel panel = await ReporterPanel.ReadAsync(
            index,
            StudyDesk.Scope(reader, scope, reader.Ceiling, showAll: false),
            from,
            to,
            cancellationToken
        );
        string[] periods = [.. Periods(from, to, bucket)];
        return new ComparisonAnswer(
            from,
            to,
            periods,
            [.. panel.Constant.Order(StringComparer.Ordinal)],
            [.. tables.Select(t => Series(t.Asked, t.Query, t.Table, periods, panel.Constant))]
        );
    }

    private ComparedSeries Series(string asked, SeizureQuery query, Tabulation table, string[] periods, IReadOnlySet<string> panel)
    {
        Dictionary<string, int> place = periods.Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i, StringComparer.Ordinal);
        int[] counts = new int[periods.Length],
            constant = new int[periods.Length];
        HashSet<string> reporters = new(StringComparer.Ordinal);
        foreach (TabulationRow row in table.Rows)
        {
            if (!place.TryGetValue(row.Key[1], out int at))
                continue;
            reporters.Add(row.Key[0]);
            counts[at] += (int)row.Value;
            if (panel.Contains(row.Key[0]))
                constant[at] += (int)row.Value;
        }

        return new ComparedSeries(
            NameOf(asked),
            asked,
            query,
            counts.Sum(),
            new KnownOf(counts.Sum(), table.Of),
            reporters.Count,
            counts,
            constant
        );
    }

    // What a series asks and what the scope asks must both hold, also where they name the same field.
    private SeizureQuery Within(SeizureQuery scope, string series)
    {
        string[] parts = Parts(series);
        var asked = new FilterText { Where = [.. parts.Where(IsCondition)], Text = string.Join(' ', parts.Where(p => !IsCondition(p))) };
        return Both(filters.Read(asked).Query, scope);
    }

    private static SeizureQuery Both(SeizureQuery one, SeizureQuery other) =>
        one with
        {
            And = one.And is null ? other : Both(one.And, other),
        };

    /// <summary>The name of a series: its values alone, as which fields they belong to is seen by who asked.</summary>
    /// <param name="series">Its conditions as asked for.</param>
    /// <param name="language">ISO 639-1; English where a list has no name in it.</param>
    public string NameOf(string series, string language = "en") =>
        string.Join(
            ", ",
            Parts(series).Select(p => IsCondition(p) ? ValueName(p.Split('=', 2, StringSplitOptions.TrimEntries), language) : $"“{p}”")
        );

    private string ValueName(string[] condition, string language) =>
        codeLists.Of(FieldNames.Require(condition[0])) is { } list && list.Find(condition[1].TrimStart(CodeListSet.CodeAlone)) is { } code
            ? list.Label(code.Value, language)
            : condition[1];

    private static string[] Parts(string series) =>
        series.Split(Joint, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsCondition(string part) => part.Contains('=', StringComparison.Ordinal);

    private static IEnumerable<string> Periods(DateOnly from, DateOnly to, Bucket bucket)
    {
        for (DateOnly at = bucket.Begin(from); at <= to; at = bucket.Next(at))
            yield return bucket.Key(at);
    }

    private static DateOnly? LastDay(string? key, Bucket bucket) =>
        bucket.FirstDay(key) is { } first ? bucket.Next(first).AddDays(-1) : null;
}
