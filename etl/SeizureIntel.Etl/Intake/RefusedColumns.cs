using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Intake;

/// <summary>The columns of a workbook of refused rows that are not the contributor's own.</summary>
public static class RefusedColumns
{
    private const string Row = "refused_row";
    private const string Of = "refused_of";
    private const int IdLength = 16;

    /// <summary>What stands before the contributor's columns: row, field, code, reason, and the submission that refused it first. No contributor's own
    /// column is called so: it would be taken for that one.</summary>
    public static IReadOnlyList<string> Headings { get; } = [Row, "refused_field", "refused_code", "refused_reason", Of];

    /// <summary>The two of them by which a row is known again, as the archive keeps them behind a file's own columns.</summary>
    public static IReadOnlyList<string> Kept { get; } = [Of, Row];

    /// <summary>How many of an archived file's columns are the contributor's own; they come first.</summary>
    public static int OwnOf(IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return columns.TakeLast(Kept.Count).SequenceEqual(Kept, StringComparer.Ordinal) ? columns.Count - Kept.Count : columns.Count;
    }

    /// <summary>The origin that an archived row keeps; null for none.</summary>
    /// <param name="cells">Its cells.</param>
    /// <param name="own">How many of them are the contributor's own.</param>
    public static RowOrigin? FindOrigin(IReadOnlyList<string> cells, int own)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return cells.Count == own + Kept.Count ? FindOrigin(cells[own], cells[own + 1]) : null;
    }

    /// <summary>The cells of an archived row with its origin.</summary>
    internal static IReadOnlyList<string> With(IReadOnlyList<string> cells, RowOrigin? origin) =>
        [.. cells, origin?.Submission ?? "", origin?.Row.ToString(CultureInfo.InvariantCulture) ?? ""];

    /// <summary>The file with a contributor's own columns alone; each row knows its origin.</summary>
    internal static RawFile SetApart(RawFile file)
    {
        int[] own = [.. Enumerable.Range(0, file.Columns.Count).Where(i => !Headings.Contains(file.Columns[i], StringComparer.Ordinal))];
        string[] columns = [.. file.Columns];
        int row = Array.IndexOf(columns, Row),
            of = Array.IndexOf(columns, Of);
        return own.Length == file.Columns.Count || row < 0
            ? file
            : file.Narrowed(own, of >= 0, file.Rows.Select(r => SetApart(r, file.Columns.Count, own, row, of)));
    }

    private static RawRow SetApart(RawRow row, int columns, int[] own, int number, int submission) =>
        new(row.Number, [.. own.Where(i => i < row.Cells.Count).Select(i => row.Cells[i]), .. row.Cells.Skip(columns)], row.HasFormula)
        {
            FormulaColumns = [.. row.FormulaColumns.Select(c => Array.IndexOf(own, c)).Where(c => c >= 0)],
            Origin =
                submission >= 0 && submission < row.Cells.Count && number < row.Cells.Count
                    ? FindOrigin(row.Cells[submission], row.Cells[number])
                    : null,
        };

    private static RowOrigin? FindOrigin(string submission, string row)
    {
        if (
            submission.Length != IdLength
            || !int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || number < 1
        )
            return null;
        foreach (char c in submission)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
                return null;
        }

        return new RowOrigin(submission, number);
    }
}
