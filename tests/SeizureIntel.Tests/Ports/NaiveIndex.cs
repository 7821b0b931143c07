using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;

namespace SeizureIntel.Tests.Ports;

/// <summary>The answers of an index, worked out the slow and obvious way: LINQ over the cases themselves.</summary>
internal sealed class NaiveIndex(IReadOnlyList<Case> cases, CodeListSet lists)
{
    private readonly (Case Case, Seizure Seizure)[] _all = [.. cases.SelectMany(c => c.Seizures.Select(s => (c, s)))];

    public (Case Case, Seizure Seizure)[] Find(SeizureQuery query) => Find(Reader.Owner, query);

    public (Case Case, Seizure Seizure)[] Find(Reader reader, SeizureQuery query) =>
        [
            .. _all.Where(r =>
                reader.Sees(r.Case.ReportingCountry.Code, r.Case.Marking)
                && Matches(query, r.Case, r.Seizure)
                && (reader.Ceiling == Marking.Red || !AsksForWords(query) || r.Case.Seizures.All(s => s.Heading.Code != "H12"))
            ),
        ];

    public static string[] ValuesOf(string field, Case c, Seizure s)
    {
        SeizureField f = SeizureFields.Find(field)!;
        string[] values = f.Kind switch
        {
            FieldKind.Code => [f.One!(c, s).Code],
            FieldKind.Codes => [.. f.Many!(c, s).Select(v => v.Code)],
            FieldKind.Text => f.Words!(c, s) is { } words ? [words] : [],
            FieldKind.Date => f.Number!(c, s) is { } day
                ? [DateOnly.FromDayNumber((int)day).ToString("O", CultureInfo.InvariantCulture)]
                : [],
            _ => f.Number!(c, s) is { } number ? [number.ToString(CultureInfo.InvariantCulture)] : [],
        };
        return values.Length == 0 ? [NonValue.NotStated] : [.. values.Distinct()];
    }

    public Facet Facet(Reader reader, SeizureQuery query, string field, int size)
    {
        (Case Case, Seizure Seizure)[] found = Find(reader, query);
        FacetValue[] values =
        [
            .. found
                .SelectMany(r => ValuesOf(field, r.Case, r.Seizure))
                .GroupBy(v => v)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Take(size)
                .Select(g => new FacetValue(g.Key, g.Count())),
        ];
        return new Facet(found.Count(r => ValuesOf(field, r.Case, r.Seizure).Any(v => !NonValue.Is(v))), found.Length, values);
    }

    /// <summary>Rows as text: key parts, figure, left out.</summary>
    public string[] Rows(Reader reader, TabulationRequest request)
    {
        var groups = new Dictionary<string, List<(Case Case, Seizure Seizure)>>(StringComparer.Ordinal);
        foreach ((Case Case, Seizure Seizure) row in Find(reader, request.Query))
        {
            if (request.Measure == Measure.Quantity && row.Seizure.Quantity is null)
                continue;
            foreach (string key in Keys(request, row.Case, row.Seizure))
            {
                if (!groups.TryGetValue(key, out List<(Case, Seizure)>? group))
                    groups[key] = group = [];
                group.Add(row);
            }
        }

        return
        [
            .. groups
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => $"{g.Key.Replace('\u0001', '|')} = {Figure(request.Measure, g.Value)}"),
        ];
    }

    public static string Text(TabulationRow row) =>
        $"{string.Join('|', row.Key)} = {Math.Round(row.Value, 6).ToString(CultureInfo.InvariantCulture)} ({row.LeftOut})";

    private static string Figure(Measure measure, List<(Case Case, Seizure Seizure)> group)
    {
        bool IsOutlier(Seizure s) => s.OutlierFlags.Contains("QTY_EXTREME") || s.OutlierFlags.Contains("UNIT_SUSPECT");
        decimal value = measure switch
        {
            Measure.Count => group.Count,
            Measure.Cases => group.Select(r => r.Case.Id).Distinct().Count(),
            _ => group.Where(r => !IsOutlier(r.Seizure)).Sum(r => r.Seizure.Quantity!.Value.Value),
        };
        int leftOut = measure == Measure.Quantity ? group.Count(r => IsOutlier(r.Seizure)) : 0;
        return $"{((double)value).ToString(CultureInfo.InvariantCulture)} ({leftOut})";
    }

    // Parts joined by a character below all letters, so that joined keys sort as their parts do.
    private static IEnumerable<string> Keys(TabulationRequest request, Case c, Seizure s)
    {
        IEnumerable<string> keys = [""];
        foreach (string dimension in request.Dimensions)
            keys = keys.SelectMany(_ => ValuesOf(dimension, c, s), (k, v) => k.Length == 0 ? v : k + "\u0001" + v);
        if (request.Measure == Measure.Quantity)
            keys = keys.Select(k => k.Length == 0 ? s.Quantity!.Value.Unit : k + "\u0001" + s.Quantity!.Value.Unit);
        if (request.Bucket != Bucket.None)
            keys = keys.Select(k =>
                k.Length == 0 ? Time(request.Bucket, c.SeizureDate) : k + "\u0001" + Time(request.Bucket, c.SeizureDate)
            );
        return keys;
    }

    private static string Time(Bucket bucket, SeizureDate date) =>
        (bucket, date.Precision) switch
        {
            (Bucket.Year, _) => date.Start.Year.ToString("0000", CultureInfo.InvariantCulture),
            (Bucket.Month, DatePrecision.Day or DatePrecision.Month) => $"{date.Start.Year:0000}-{date.Start.Month:00}",
            (Bucket.Day, DatePrecision.Day) => $"{date.Start.Year:0000}-{date.Start.Month:00}-{date.Start.Day:00}",
            (Bucket.Week, DatePrecision.Day) => ISOWeek
                .ToDateTime(ISOWeek.GetYear(At(date)), ISOWeek.GetWeekOfYear(At(date)), DayOfWeek.Monday)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => NonValue.NotStated,
        };

    private static DateTime At(SeizureDate date) => date.Start.ToDateTime(TimeOnly.MinValue);

    private static bool AsksForWords(SeizureQuery query) =>
        query.Text is not null
        || query.Where.ContainsKey("narrative")
        || query.Not.ContainsKey("narrative")
        || (query.And is not null && AsksForWords(query.And));

    private bool Matches(SeizureQuery query, Case c, Seizure s) =>
        query.Where.All(w => Has(w.Key, w.Value, c, s))
        && !query.Not.Any(w => Has(w.Key, w.Value, c, s))
        && (query.From is null || c.SeizureDate.Start >= query.From)
        && (query.To is null || c.SeizureDate.Start <= query.To)
        && (query.And is null || Matches(query.And, c, s));

    private bool Has(string field, IReadOnlyList<string> wanted, Case c, Seizure s)
    {
        string[] values = ValuesOf(field, c, s);
        CodeList? list = lists.Of(SeizureFields.Find(field)!);
        return wanted.Any(w =>
            w == "*" ? values.Any(v => !NonValue.Is(v))
            : w.StartsWith('=') ? values.Contains(w[1..])
            : values.Any(v => v == w || IsBelow(list, v, w))
        );
    }

    private static bool IsBelow(CodeList? list, string code, string above)
    {
        for (string? up = list?.FindCode(code)?.Parent; up is not null; up = list!.FindCode(up)?.Parent)
        {
            if (up == above)
                return true;
        }

        return false;
    }
}
