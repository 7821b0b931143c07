using System.Collections.Generic;
using System.Globalization;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Quality;

/// <summary>Which rows of a file mend rows of the same sender that were refused before. Such a row is named by the submission that refused it first and
/// its number there, so that a workbook mended again brings the same seizures again, and not new ones.</summary>
internal sealed class MendedRows(Submission submission)
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

    /// <summary>What a row is known by if it is refused again; null where it is a refused row of its own from then on, as the second of several that
    /// mend the same row is.</summary>
    public RowOrigin? OriginOf(int row) =>
        _rows.TryGetValue(row, out (RowOrigin Origin, int Nth) mended) && mended.Nth == 0 ? mended.Origin : null;

    /// <summary>The id of a seizure.</summary>
    /// <param name="row">The row's number in the file.</param>
    /// <param name="index">Which of the row's goods, from 0.</param>
    public string IdOf(int row, int index)
    {
        if (!_rows.TryGetValue(row, out (RowOrigin Origin, int Nth) mended))
            return Identifier.Within(
                submission.Id,
                string.Create(CultureInfo.InvariantCulture, $"{submission.Id}\nseizure\n{row}\n{index}")
            );
        // No other sender's row gets the same, whatever its file says, and none that mends nothing. One refused row may be mended into several.
        (string first, int number) = mended.Origin;
        return Identifier.Within(
            first,
            string.Create(CultureInfo.InvariantCulture, $"{first}\nmended\n{number}\n{index}\n{mended.Nth}\n{submission.SentBy}")
        );
    }
}
