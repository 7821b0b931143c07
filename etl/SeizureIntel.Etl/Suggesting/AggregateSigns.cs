using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Tells a table of totals from a table of seizures.</summary>
internal static partial class AggregateSigns
{
    private const int FewestYearColumns = 4;
    private const int FewestNamedYears = 3;
    private const int FewestMonths = 4;
    private const int FewestMeasures = 3;
    private const int FewestProductColumns = 3;
    private const int FewestRows = 20;
    private const double Most = 0.85;
    private const double AlmostAll = 0.98;

    // What only a single event has.
    private static readonly HashSet<string> OfOneEvent = new(
        [
            "case_ref",
            "narrative",
            "concealment",
            "concealment_how",
            "detection_technique",
            "conveyance_type",
            "cover_goods",
            "persons_intercepted",
        ],
        StringComparer.Ordinal
    );

    /// <summary>Why the rows are totals; null where they seem to be seizures.</summary>
    public static string? Find(IReadOnlyList<ColumnDraft> columns, FileProfile file)
    {
        int years = columns.Count(c => YearName().IsMatch(c.Name));
        if (years >= FewestYearColumns)
            return $"{years} columns are years, so a cell is the total of a year";
        // "Year 2023", "Year 2024" of numbers, for words that differ in nothing else.
        int named = columns
            .Where(c => c.Signs.Numbers > 0.5 && HeaderUnit.YearInName().IsMatch(c.Name))
            .GroupBy(c => HeaderUnit.YearInName().Replace(c.Name, "#"))
            .Select(g => g.Count())
            .DefaultIfEmpty()
            .Max();
        if (named >= FewestNamedYears)
            return $"{named} columns are one figure in as many years, so a cell is the total of a year";
        int months = columns.Count(c => c.Unit.IsPeriod && c.Signs.Numbers > 0.5);
        if (months >= FewestMonths && !columns.Any(c => c.Signs.Days >= 0.5))
            return $"{months} columns are periods, so a cell is the total of a period";
        bool isCoarse = columns.All(c => c.Signs.Days < 0.5 && !(c.IsPart && c.Best.Field == "_day"));
        bool isEvent = columns.Any(c => c.Field is not null && OfOneEvent.Contains(c.Field) && c.Signs.Profile.FilledShare > 0.2);
        int products = columns.Count(c => c.Unit.Product is not null && c.Signs.Numbers > 0.8);
        if (isCoarse && products >= FewestProductColumns)
            return $"{products} columns are products with their unit and no row has a day, so a cell is the total of a period";
        bool hasPeriods = columns.Any(c => c.Signs.Periods + c.Signs.Years + c.Signs.Months > Most);
        int measures = columns.Count(c => c.Unit is { Unit: not null, IsWhole: false } && c.Signs.Numbers > 0.5);
        if (isCoarse && hasPeriods && measures >= FewestMeasures && !columns.Any(c => c.Field is "product" or "case_ref"))
            return $"{measures} columns are goods with their unit and each row is a period, so a cell is the total of a period";
        ColumnDraft? count = columns.FirstOrDefault(c => c.Aside == "_count" && c.Signs.Most > 1);
        if (count is not null && (isCoarse || !isEvent))
            return $"the column '{count.Shown}' counts seizures, up to {count.Signs.Most:0} in one row";
        if (!isCoarse || isEvent || file.Rows < FewestRows)
            return null;
        bool hasPeriod = columns.Any(c => c.Field == "seizure_date" || c.Aside is "_year" or "_fiscal_year" or "_month");
        if (!hasPeriod || !columns.Any(c => c.Signs.Numbers > 0.8 && c.Field is not "seizure_date" && c.Aside is null))
            return null;
        return IsUnique(columns, file)
            ? "no row has a day, and no two rows share period, place and goods, as in a table with one total each"
            : null;
    }

    // Of single seizures many fall on the same year, place and product; of totals next to none.
    private static bool IsUnique(IReadOnlyList<ColumnDraft> columns, FileProfile file)
    {
        int[] keys =
        [
            .. columns
                .Where(c => c.Field == "seizure_date" || c.Aside is not null || c.Signs.Numbers < 0.5)
                .Select(c => c.Signs.Profile.Position),
        ];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (IReadOnlyList<string> row in file.Sample)
            seen.Add(string.Join('\u001f', keys.Select(k => row[k].Trim())));
        bool hasTown = columns.Any(c => c.Field == "place_name");
        return seen.Count >= file.Sample.Count * (hasTown ? AlmostAll : Most);
    }

    [GeneratedRegex(@"^[Xx]?(?:19|20)\d{2}(?:[-/]\d{2,4})?(?:_2)?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearName();
}
