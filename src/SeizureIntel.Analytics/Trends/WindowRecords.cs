using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Queries;

namespace SeizureIntel.Analytics.Trends;

/// <summary>Finds the records behind a window of a series, exactly as a search for them does.</summary>
internal sealed class WindowRecords
{
    private readonly ScopedFrame _scoped;
    private readonly CodeListSet _lists;
    private readonly int[] _rows;
    private readonly int[] _days;
    private readonly Dictionary<(string Field, string Code), bool[]> _selected = [];
    private readonly bool _hasOnlyDays;

    /// <summary>Orders the rows of a scope by day.</summary>
    public WindowRecords(ScopedFrame scoped, CodeListSet lists)
    {
        _scoped = scoped;
        _lists = lists;
        _rows = [.. Enumerable.Range(0, scoped.Frame.Count)];
        _days = [.. scoped.Frame.Days];
        Array.Sort(_days, _rows);
        FrameColumn precision = scoped.Frame["date_precision"];
        _hasOnlyDays = _rows.All(r => precision.FirstCode(r) == "DAY");
    }

    /// <summary>Rows of a window whose date is at least as exact as the period asks, ordered by day.</summary>
    public IReadOnlyList<int> Of(CountSeries series, Period period, bool isMonthly)
    {
        int first = Array.BinarySearch(_days, period.From.DayNumber);
        if (first < 0) first = ~first;
        while (first > 0 && _days[first - 1] >= period.From.DayNumber) first--;
        var found = new List<int>();
        FrameColumn precision = _scoped.Frame["date_precision"];
        for (int i = first; i < _days.Length && _days[i] <= period.To.DayNumber; i++)
        {
            int row = _rows[i];
            if (!_hasOnlyDays && precision.FirstCode(row) is not "DAY" && !(isMonthly && precision.FirstCode(row) == "MONTH")) continue;
            if (Matches(series, row)) found.Add(row);
        }

        return found;
    }

    /// <summary>Whether a row belongs to a series.</summary>
    public bool Matches(CountSeries series, int row)
    {
        foreach ((string field, string code) in series.Subject)
        {
            if (!Has(row, field, code)) return false;
        }

        return true;
    }

    /// <summary>The search that returns the rows of a window.</summary>
    public Evidence Evidence(CountSeries series, Period period, bool isMonthly, int count)
    {
        // A window may begin before the scope's first day: its whole length was tested.
        SeizureQuery query = _scoped.Scope.Query with { From = period.From, To = period.To };
        foreach ((string field, string code) in series.Subject) query = query.With(field, code);
        if (!_hasOnlyDays) query = isMonthly ? query.With("date_precision", "DAY", "MONTH") : query.With("date_precision", "DAY");
        return new Evidence(query, count);
    }

    private bool Has(int row, string field, string code)
    {
        FrameColumn column = _scoped.Frame[field];
        if (!_selected.TryGetValue((field, code), out bool[]? selected))
        {
            HashSet<string> codes = [.. _lists.Of(SeizureFields.Find(field)!)?.WithDescendants(code) ?? [code]];
            _selected[(field, code)] = selected = [.. column.Values.Select(codes.Contains)];
        }

        foreach (int number in column.Of(row))
        {
            if (selected[number]) return true;
        }

        return false;
    }
}
