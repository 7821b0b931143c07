using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Queries;
using SeizureIntel.Search.Words;
using SeizureIntel.Values;

namespace SeizureIntel.Search.Columns;

/// <summary>The time bucket of every row as a number: made once a snapshot, so that a tabulation reads it like any other column.</summary>
internal sealed class TimeColumn
{
    /// <summary>Looks at every row once.</summary>
    public TimeColumn(ColumnView dates, ColumnView precision, Bucket bucket, int rows)
    {
        string[] keys = new string[dates.Entries];
        keys[0] = NonValue.NotStated;
        for (int i = 1; i < keys.Length; i++)
            keys[i] = TimeKeys.Of(DateOnly.FromDayNumber((int)dates.Column.Numbers[i]), bucket);
        string[] texts = [.. keys.Append(NonValue.NotStated).Distinct().Order(StringComparer.Ordinal)];
        Dictionary<string, int> numbers = texts.Select((t, i) => (t, i)).ToDictionary(e => e.t, e => e.i, StringComparer.Ordinal);
        int[] map = [.. keys.Select(k => numbers[k])];
        bool[] isPreciseEnough =
        [
            .. Enumerable.Range(0, precision.Entries).Select(i => TimeKeys.IsPreciseEnough(precision.Column.Texts[i], bucket)),
        ];
        Texts = texts;
        Unstated = numbers[NonValue.NotStated];
        int[] days = new int[RowSet.Block],
            precisions = new int[RowSet.Block];
        var codes = new CodeVector(null);
        for (int start = 0; start < rows; start += RowSet.Block)
        {
            int count = Math.Min(RowSet.Block, rows - start);
            dates.Codes.Read(start, days.AsSpan(0, count));
            precision.Codes.Read(start, precisions.AsSpan(0, count));
            for (int i = 0; i < count; i++)
                days[i] = isPreciseEnough[precisions[i]] ? map[days[i]] : Unstated;
            codes = codes.With(start, days.AsSpan(0, count), rows);
        }

        Codes = codes;
    }

    /// <summary>The number of each row; numbers are in the ordinal order of their texts.</summary>
    public CodeVector Codes { get; }

    /// <summary>The text of each number.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>The number of rows whose date is not precise enough.</summary>
    public int Unstated { get; }
}
