using System;
using System.Globalization;
using SeizureIntel.Storage.Engines;

namespace SeizureIntel.SqlServer;

/// <summary>One row as values that the bulk load sends; null where the row says nothing.</summary>
internal sealed class RowValues(int columns) : RowSink
{
    private readonly object?[] _values = new object?[columns];

    public object Of(int column) => _values[column] ?? DBNull.Value;

    public void Clear() => Array.Clear(_values);

    public override void Text(int column, string value) => _values[column] = value;

    public override void Integer(int column, long value) => _values[column] = value;

    public override void Real(int column, double value) => _values[column] = value;

    public override void Exact(int column, decimal value) => _values[column] = value.ToString(CultureInfo.InvariantCulture);

    public override void Day(int column, DateOnly value) => _values[column] = value.ToDateTime(TimeOnly.MinValue);

    public override void Moment(int column, DateTime value) => _values[column] = value;

    public override void Insert()
    {
        // The row is read from here, column by column.
    }

    public override void Dispose()
    {
        // Nothing is held.
    }
}
