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
    private readonly Dictionary<string, int[][]> _byValue = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Field, string Code), int[]> _places = [];
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
        // The rarest of the codes leads: a window of a series is a small part of all records.
        int[] places = series.Subject.Select(s => PlacesOf(s.Field, s.Code)).MinBy(p => p.Length)!;
        int first = FirstPlace(period.From.DayNumber),
            end = FirstPlace(period.To.DayNumber + 1);
        int at = Array.BinarySearch(places, first);
        var found = new List<int>();
        FrameColumn precision = _scoped.Frame["date_precision"];
        for (int i = at < 0 ? ~at : at; i < places.Length && places[i] < end; i++)
        {
            int row = _rows[places[i]];
            if (!_hasOnlyDays && precision.FirstCode(row) is not "DAY" && !(isMonthly && precision.FirstCode(row) == "MONTH"))
                continue;
            if (Matches(series, row))
                found.Add(row);
        }

        return found;
    }

    /// <summary>Code of the country that reported a row.</summary>
    public string ReporterOf(int row) => _scoped.Frame["reporting_country"].FirstCode(row);

    /// <summary>Whether a row belongs to a series.</summary>
    public bool Matches(CountSeries series, int row)
    {
        foreach ((string field, string code) in series.Subject)
        {
            if (!Has(row, field, code))
                return false;
        }

        return true;
    }

    /// <summary>The search that returns the rows of a window.</summary>
    public Evidence Evidence(CountSeries series, Period period, bool isMonthly, int count)
    {
        // A window may begin before the scope's first day: its whole length was tested.
        SeizureQuery query = _scoped.Scope.Query with { From = period.From, To = period.To };
        foreach ((string field, string code) in series.Subject)
            query = query.With(field, code);
        if (!_hasOnlyDays)
            query = isMonthly ? query.With("date_precision", "DAY", "MONTH") : query.With("date_precision", "DAY");
        return new Evidence(query, count);
    }

    private bool Has(int row, string field, string code)
    {
        bool[] selected = SelectedOf(field, code);
        foreach (int number in _scoped.Frame[field].Of(row))
        {
            if (selected[number])
                return true;
        }

        return false;
    }

    // Values of a field that a search for a code finds.
    private bool[] SelectedOf(string field, string code)
    {
        if (_selected.TryGetValue((field, code), out bool[]? selected))
            return selected;
        HashSet<string> codes = [.. _lists.Of(SeizureFields.Find(field)!)?.WithDescendants(code) ?? [code]];
        return _selected[(field, code)] = [.. _scoped.Frame[field].Values.Select(codes.Contains)];
    }

    // Place of the first row of a day or later, among the rows ordered by day.
    private int FirstPlace(int day)
    {
        int low = 0,
            high = _days.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_days[middle] < day)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    // Places, ascending, of the rows that a search for a code finds.
    private int[] PlacesOf(string field, string code)
    {
        if (_places.TryGetValue((field, code), out int[]? places))
            return places;
        if (!_byValue.TryGetValue(field, out int[][]? byValue))
            _byValue[field] = byValue = ByValue(_scoped.Frame[field]);
        bool[] selected = SelectedOf(field, code);
        int[][] lists = [.. byValue.Where((_, value) => selected[value])];
        places = lists.Length == 1 ? lists[0] : [.. lists.SelectMany(l => l).Distinct().Order()];
        return _places[(field, code)] = places;
    }

    private int[][] ByValue(FrameColumn column)
    {
        List<int>[] lists = [.. column.Values.Select(_ => new List<int>())];
        for (int place = 0; place < _rows.Length; place++)
        {
            foreach (int value in column.Of(_rows[place]))
            {
                if (lists[value].Count == 0 || lists[value][^1] != place)
                    lists[value].Add(place);
            }
        }

        return [.. lists.Select(l => l.ToArray())];
    }
}
