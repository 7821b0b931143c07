using System.Collections.Generic;
using System.Globalization;
using SeizureIntel.Etl.Intake;

namespace SeizureIntel.Etl.Quality;

/// <summary>Which rows of a file mend rows that were sent before. A row is named by the submission that had it first and its number there, so that a
/// workbook mended again brings the same seizures again, and not new ones.</summary>
internal sealed class MendedRows
{
    private readonly Dictionary<int, (RowOrigin Origin, int Nth)> _rows = [];
    private readonly Dictionary<RowOrigin, int> _seen = [];

    /// <summary>Notes the next row of the file.</summary>
    public void Add(int row, RowOrigin origin)
    {
        int nth = _seen.GetValueOrDefault(origin);
        _seen[origin] = nth + 1;
        _rows.Add(row, (origin, nth));
    }

    /// <summary>Whether a row mends another.</summary>
    public bool Contains(int row) => _rows.ContainsKey(row);

    /// <summary>The id of a seizure.</summary>
    /// <param name="submissionId">The submission that the row comes in.</param>
    /// <param name="row">The row's number in it.</param>
    /// <param name="index">Which of the row's goods, from 0.</param>
    public string IdOf(string submissionId, int row, int index)
    {
        if (!_rows.TryGetValue(row, out (RowOrigin Origin, int Nth) mended))
            return Identifier.Of(string.Create(CultureInfo.InvariantCulture, $"{submissionId}\nseizure\n{row}\n{index}"));
        // One refused row may be mended into several.
        string nth = mended.Nth == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\n{mended.Nth}");
        RowOrigin origin = mended.Origin;
        return Identifier.Of(string.Create(CultureInfo.InvariantCulture, $"{origin.Submission}\nseizure\n{origin.Row}\n{index}{nth}"));
    }
}
