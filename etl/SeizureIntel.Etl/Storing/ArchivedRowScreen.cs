using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Storing;

/// <summary>Screens the prose of archived rows again, by the rules of today.</summary>
/// <remarks>Columns without a role are prose here: whatever they hold, it is masked rather than refused, for the row is kept.</remarks>
public sealed class ArchivedRowScreen
{
    private readonly NarrativeMask _mask;
    private readonly bool[] _isProse;

    /// <summary>A screen for the rows of one submission.</summary>
    /// <param name="lists">The words that give personal data away.</param>
    /// <param name="source">What the submission was read as; null where the source is gone: then each column is prose.</param>
    /// <param name="columns">The columns of its file in order.</param>
    public ArchivedRowScreen(ScreeningLists lists, SourceDescription? source, IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(columns);
        _mask = new NarrativeMask(lists);
        _isProse = source is null
            ? [.. columns.Select(static _ => true)]
            : [.. new SourceMap(source, lists, columns).Roles.Select(static r => r is ColumnRole.FreeText or ColumnRole.Unmapped)];
        // Where a row comes from is a number of ours.
        Array.Fill(_isProse, false, RefusedColumns.OwnOf(columns), columns.Count - RefusedColumns.OwnOf(columns));
    }

    /// <summary>The row as it may be kept; null where it may stay as it is.</summary>
    public ArchivedRow? Screen(ArchivedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        string[]? screened = null;
        for (int i = 0; i < row.Cells.Count; i++)
        {
            string cell = row.Cells[i];
            if (cell.Length == 0 || (i < _isProse.Length && !_isProse[i]))
                continue;
            if (_mask.Mask(cell) is { Spans.Count: > 0 } masked && masked.Text != cell)
                (screened ??= [.. row.Cells])[i] = masked.Text;
        }

        return screened is null ? null : row with { Cells = screened };
    }
}
