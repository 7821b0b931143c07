using System;

namespace SeizureIntel.Storage.Engines;

/// <summary>Inserts rows into one table, value by value and without boxing; a column that was not set since the last row is null.</summary>
internal abstract class RowSink : IDisposable
{
    public abstract void Text(int column, string value);

    public abstract void Integer(int column, long value);

    public abstract void Real(int column, double value);

    /// <summary>A decimal kept digit for digit.</summary>
    public abstract void Exact(int column, decimal value);

    public abstract void Day(int column, DateOnly value);

    /// <summary>A point in time, UTC.</summary>
    public abstract void Moment(int column, DateTime value);

    /// <summary>Inserts the row set so far.</summary>
    public abstract void Insert();

    public abstract void Dispose();
}
