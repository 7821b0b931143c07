using System;

namespace SeizureIntel.Storage.Engines;

/// <summary>A prepared query over a range of numbers, read column by column and without boxing.</summary>
internal abstract class RowSource : IDisposable
{
    /// <summary>Runs the query anew for a range; both ends are included.</summary>
    public abstract void Start(long first, long last);

    /// <summary>Goes to the next row; false after the last one.</summary>
    public abstract bool Next();

    public abstract bool IsNull(int column);

    public abstract string Text(int column);

    /// <summary>A text as UTF-8; it holds until the next row.</summary>
    public abstract ReadOnlySpan<byte> Utf8(int column);

    public abstract long Integer(int column);

    public abstract double Real(int column);

    public abstract decimal Exact(int column);

    public abstract DateOnly Day(int column);

    public abstract DateTime Moment(int column);

    public abstract void Dispose();
}
