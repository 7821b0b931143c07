using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Intake;

/// <summary>A received file as a header and a stream of rows; it can be walked through once and holds only a part of the file in memory.</summary>
public sealed class RawFile : IDisposable
{
    private readonly SkippedRowCount _skipped;
    private readonly IDisposable? _resource;

    internal RawFile(
        IReadOnlyList<string> columns,
        IReadOnlyDictionary<string, string> readAs,
        IEnumerable<RawRow> rows,
        SkippedRowCount skipped,
        IDisposable? resource
    )
    {
        Columns = columns;
        Own = columns.Count;
        ReadAs = readAs;
        Rows = rows;
        _skipped = skipped;
        _resource = resource;
    }

    /// <summary>The column names, left to right, each of them once: a blank one is named <c>column_3</c> by its position, a repeated one
    /// <c>Name_2</c>.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>How many of them stand in the header; those behind come from what stands over groups of rows and from the names of sheets.</summary>
    public int Own { get; private init; }

    /// <summary>How the file was read: <c>format</c>, <c>compression</c>, <c>encoding</c>, <c>delimiter</c>, <c>sheet</c>, <c>sheets</c> (how many were read),
    /// <c>other_sheets</c> (how many were not), <c>list</c>, <c>header_row</c>, <c>decimal_separator</c>, where they apply.</summary>
    public IReadOnlyDictionary<string, string> ReadAs { get; }

    /// <summary>The rows below the header, without blank ones, names and titles that come again on another page, and notes; to be walked through
    /// once.</summary>
    /// <exception cref="UnreadableFileException">While walking: the file breaks off, or a limit is passed.</exception>
    public IEnumerable<RawRow> Rows { get; }

    /// <summary>Whether the rows can say which rows they mend.</summary>
    public bool CarriesOrigins { get; private init; }

    /// <summary>Rows left out so far; final once <see cref="Rows"/> has ended.</summary>
    public int SkippedRows => _skipped.Rows;

    /// <summary>The file with some of its columns.</summary>
    internal RawFile Narrowed(IReadOnlyList<int> columns, bool carriesOrigins, IEnumerable<RawRow> rows) =>
        new([.. columns.Select(c => Columns[c])], ReadAs, rows, _skipped, _resource)
        {
            CarriesOrigins = carriesOrigins,
            Own = columns.Count(c => c < Own),
        };

    /// <summary>The file with more columns behind its own.</summary>
    internal RawFile Widened(IReadOnlyList<string> more, Func<SkippedRowCount, IEnumerable<RawRow>> rows) =>
        new(HeaderRow.Name([.. Columns, .. more]), ReadAs, rows(_skipped), _skipped, _resource) { Own = Own };

    /// <summary>Releases the readers; the caller's stream stays open.</summary>
    public void Dispose() => _resource?.Dispose();
}
