using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Storing;

/// <summary>Screens archived rows again, by the rules of today.</summary>
/// <remarks>Columns without a role are prose here: whatever they hold, it is masked. Of another cell for which a row would be refused nothing is left, for
/// the row is kept.</remarks>
public sealed class ArchivedRowScreen
{
    private readonly NominalScreen _screen;
    private readonly int _own;
    private readonly int _columns;

    /// <summary>A screen for the rows of one submission.</summary>
    /// <param name="lists">The words that give personal data away.</param>
    /// <param name="codeLists">What codes and units are understood.</param>
    /// <param name="source">What the submission was read as; null where the source is gone: then each column is prose, as where today's
    /// lists have a constant of it no more.</param>
    /// <param name="columns">The columns of its file in order.</param>
    public ArchivedRowScreen(ScreeningLists lists, CodeListSet codeLists, SourceDescription? source, IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(columns);
        (_own, _columns) = (RefusedColumns.OwnOf(columns), columns.Count);
        SourceMap? map = source is null ? null : new SourceMap(source, lists, columns);
        if (map is null || NormaliserOf(map, codeLists) is not { } normaliser)
        {
            _screen = new NominalScreen(lists, columns, [.. columns.Select(static _ => ColumnRole.FreeText)], static (_, _) => false);
            return;
        }

        ColumnRole[] roles = [.. map.Roles.Select(static r => r == ColumnRole.Unmapped ? ColumnRole.FreeText : r)];
        // How the whole file writes dates and decimals is not known here; digits alone were understood, or are in no form that tells of somebody.
        _screen = new NominalScreen(lists, columns, roles, (column, text) =>
            (roles[column] == ColumnRole.Typed && !text.Any(char.IsLetter)) || normaliser.Parses(column, text)
        );
    }

    /// <summary>The row as it may be kept; null where it may stay as it is.</summary>
    public ArchivedRow? Screen(ArchivedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        string[]? screened = null;
        for (int i = 0; i < row.Cells.Count; i++)
        {
            string cell = row.Cells[i];
            // Where a row comes from is a number of ours.
            if (cell.Length == 0 || (i >= _own && i < _columns))
                continue;
            if (_screen.Kept(i, cell) is var left && left != cell)
                (screened ??= [.. row.Cells])[i] = left;
        }

        return screened is null ? null : row with { Cells = screened };
    }

    // A source with a constant that the lists have no more takes no file in: what it says of columns holds no longer.
    private static RowNormaliser? NormaliserOf(SourceMap map, CodeListSet codeLists)
    {
        try
        {
            return new RowNormaliser(map, codeLists, new ColumnSurvey(map), null);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
