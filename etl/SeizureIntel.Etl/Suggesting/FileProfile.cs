using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SeizureIntel.Etl.Intake;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>A file as its cells show it: every column's values, and the first rows as they stand.</summary>
internal sealed class FileProfile
{
    // Beyond these a column's picture does not change; every row is still counted.
    private const int RowsProfiled = 20_000;
    private const int RowsKept = 2_000;
    private const int LastRowsKept = 3;
    private const long CharactersKept = 8 << 20;

    private FileProfile(IReadOnlyList<ColumnProfile> columns, IReadOnlyDictionary<string, string> readAs)
    {
        Columns = columns;
        ReadAs = readAs;
    }

    public IReadOnlyList<ColumnProfile> Columns { get; }

    public IReadOnlyDictionary<string, string> ReadAs { get; }

    /// <summary>Rows below the header.</summary>
    public int Rows { get; private set; }

    /// <summary>The first rows.</summary>
    public List<IReadOnlyList<string>> Sample { get; } = [];

    /// <summary>The last rows.</summary>
    public Queue<IReadOnlyList<string>> Last { get; } = [];

    public static FileProfile Of(RawFile file, CancellationToken cancellationToken)
    {
        bool isNested = ComposedNames.AreNested(file.Columns);
        var profile = new FileProfile(
            [.. file.Columns.Select((c, i) => new ColumnProfile(c, i, CharactersKept / file.Columns.Count, isNested))],
            file.ReadAs
        );
        long characters = 0;
        foreach (RawRow row in file.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            profile.Rows++;
            if (profile.Last.Count == LastRowsKept)
                profile.Last.Dequeue();
            profile.Last.Enqueue(row.Cells);
            if (profile.Rows > RowsProfiled || row.Cells.Count != profile.Columns.Count)
                continue;
            for (int i = 0; i < row.Cells.Count; i++)
            {
                profile.Columns[i].Add(row.Cells[i]);
                characters += row.Cells[i].Length;
            }

            if (profile.Sample.Count < RowsKept && characters < CharactersKept)
                profile.Sample.Add(row.Cells);
        }

        return profile;
    }
}
