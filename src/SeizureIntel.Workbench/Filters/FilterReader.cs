using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Filters;

/// <summary>Makes one query of the shared filters; command line and API read them here.</summary>
public sealed class FilterReader(CodeListSet codeLists)
{
    /// <summary>All filters as one query.</summary>
    /// <exception cref="Fault">A field, region, heading or date is unknown, or the query is no query.</exception>
    public Filter Read(FilterText filters)
    {
        SeizureQuery query = filters.Query is { } json ? ReadQuery(json) : SeizureQuery.All;
        var warnings = new List<string>();
        BoxText box = BoxText.Of(filters.Text);
        warnings.AddRange(
            box.UnknownFields.Select(f =>
                $"There is no field '{f}'; it was read as words. {NearestNames.Question(f, SeizureFields.All.Select(known => known.Name))}"
            )
        );
        query = query with { Text = Joined(query.Text, box.Words), Without = Joined(query.Without, box.Without) };

        foreach ((string field, List<string> values) in Conditions([.. filters.Where, .. box.Where], warnings))
            query = query.With(field, values);
        string[] excluded = [.. filters.Not, .. box.Not];
        if (excluded.Length > 0)
        {
            var not = query.Not.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
            foreach ((string field, List<string> values) in Conditions(excluded, warnings))
                not[field] = not.TryGetValue(field, out IReadOnlyList<string>? before) ? [.. before, .. values] : values;
            query = query with { Not = not };
        }

        if (filters.Heading.Count > 0)
            query = query.With("heading", Headings(filters.Heading));
        string? region = string.IsNullOrWhiteSpace(filters.Region) ? null : filters.Region.Trim();
        if (region is not null)
            query = query.With("reporting_country", new RegionNames(codeLists).Countries(region));

        DateOnly? from = Day(filters.From, isEnd: false, "--from"),
            to = Day(filters.To, isEnd: true, "--to");
        query = query.Within(from, to);
        if (query.From > query.To)
            throw Fault.Usage(
                "empty_period",
                $"The period begins on {query.From:yyyy-MM-dd} and ends before, on {query.To:yyyy-MM-dd}.",
                "Give a --from that is not after --to."
            );
        return new Filter(query, region, warnings);
    }

    /// <summary>A day; a month or year means its first or last day.</summary>
    public static DateOnly? Day(string? text, bool isEnd, string option)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        string trimmed = text.Trim();
        if (Exact(trimmed, "yyyy-MM-dd") is { } day)
            return day;
        if (Exact(trimmed, "yyyy-MM") is { } month)
            return isEnd ? month.AddMonths(1).AddDays(-1) : month;
        if (Exact(trimmed, "yyyy") is { } year)
            return isEnd ? new DateOnly(year.Year, 12, 31) : year;
        throw Fault.Usage(
            "bad_date",
            $"{option} takes a date such as 2024-12-31, 2024-12 or 2024; found '{trimmed}'.",
            "Write the year first."
        );
    }

    private static DateOnly? Exact(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private static string? Joined(string? one, string other) =>
        other.Length == 0 ? one
        : string.IsNullOrWhiteSpace(one) ? other
        : one + " " + other;

    private static SeizureQuery ReadQuery(string json)
    {
        SeizureQuery query;
        try
        {
            query = SeizureQueryJson.Read(json);
        }
        catch (FormatException broken)
        {
            throw Fault.Usage("bad_query", broken.Message, "Pass a finding's evidence.query unchanged, as text or as @FILE.");
        }

        for (SeizureQuery? part = query; part is not null; part = part.And)
        {
            foreach (string field in part.Where.Keys.Concat(part.Not.Keys))
                FieldNames.Require(field);
        }

        return query;
    }

    // Repeated values of a field are OR: they are gathered before they become conditions.
    private Dictionary<string, List<string>> Conditions(IReadOnlyList<string> texts, List<string> warnings)
    {
        var conditions = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (string text in texts)
        {
            int at = text.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
                throw Fault.Usage("bad_condition", $"A condition is FIELD=VALUE; found '{text}'.", "For example --where heading=H01.");
            SeizureField field = FieldNames.Require(text[..at]);
            string value = text[(at + 1)..].Trim();
            if (value.Length == 0)
                throw Fault.Usage(
                    "bad_condition",
                    $"The condition '{text}' has no value.",
                    $"To find what is missing: {field.Name}={NonValue.NotStated}."
                );
            if (
                codeLists.Of(field) is { } list
                && value != "*"
                && !NonValue.Is(value)
                && list.Find(value.TrimStart(CodeListSet.CodeAlone)) is null
            )
                warnings.Add(
                    $"No code or name of {field.Name} is '{value}'; nothing will be found. "
                        + $"{NearestNames.Question(value, list.Nearest(value).Select(c => c.Value))}"
                );
            if (!conditions.TryGetValue(field.Name, out List<string>? values))
                conditions[field.Name] = values = [];
            values.Add(value);
        }

        return conditions;
    }

    private IReadOnlyList<string> Headings(IReadOnlyList<string> texts)
    {
        CodeList list = codeLists["headings"];
        var codes = new List<string>();
        foreach (string text in texts)
        {
            // A heading's name may hold a comma itself; only what is no name is taken apart.
            string[] parts = list.Find(text) is null
                ? text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                : [text];
            foreach (string part in parts)
            {
                Code code = list.Find(part)
                    ?? throw Fault.Usage(
                        "unknown_heading",
                        $"There is no heading '{part}'.",
                        NearestNames.Question(part, list.Nearest(part).Select(c => $"{c.Value} {c.Label}"))
                    );
                codes.Add(code.Value);
            }
        }

        return codes;
    }
}
