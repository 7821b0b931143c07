using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Intake;

/// <summary>The table of a sheet.</summary>
internal sealed class SheetTable
{
    // Rows of each sheet that are compared where a workbook has several.
    private const int RowsCompared = 2_000;

    // How many times the cells of the sheets before it another sheet must hold.
    private const int FarMore = 2;

    // Records have more columns than a list of codes or a table of instructions, however long these are.
    private const int Wide = 4;

    // One text behind the names is a row that does not fit; several are a column without a name, or notes beside the table.
    private const int FewestUnnamed = 2;

    private readonly IWorksheet _sheet;

    private SheetTable(IWorksheet sheet, IntakeOptions options, int rows)
    {
        _sheet = sheet;
        (IReadOnlyList<RawRow> first, IReadOnlyCollection<MergedCells> merged) = sheet.Look(rows);
        var grid = new List<string[]>();
        foreach (RawRow row in first)
        {
            while (grid.Count < row.Number - 1)
                grid.Add([]);
            if (grid.Count < row.Number)
                grid.Add([.. row.Cells]);
        }

        if (grid.Count == 0)
            throw Unreadable.Empty();
        Head = TableHead.Find([.. grid.Take(TableHead.RowsToLookAt(options))], options, merged);
        int[] used =
        [
            .. grid.Skip(Head.Row).SelectMany(Filled).GroupBy(c => c).Where(g => g.Count() >= FewestUnnamed).Select(g => g.Key + 1),
        ];
        Names =
        [
            .. Enumerable
                .Range(0, used.Append(SheetRow.Used(Head.Names)).Max())
                .Select(c => c < Head.Names.Count ? Head.Names[c] : string.Empty),
        ];
        Cells = grid.Skip(Head.Row).Sum(HeaderRow.Filled);
        DecimalSeparator = options.DecimalSeparator ?? (sheet.IsTyped ? '.' : DelimitedFile.DecimalSeparator(grid, Head.Row));
    }

    /// <summary>The name of its sheet.</summary>
    public string Sheet => _sheet.Name;

    /// <summary>What stands above its records.</summary>
    public TableHead Head { get; }

    /// <summary>The names of its columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The sign before the decimals of its numbers.</summary>
    public char DecimalSeparator { get; }

    private int Cells { get; }

    private bool IsWide => Head.Width >= Wide;

    /// <summary>The tables of the records: sheets whose columns have the same names, as one a month; at least one.</summary>
    /// <remarks>A cover, a summary or a list of codes may stand beside them; the first table stays unless another holds far more.</remarks>
    /// <param name="sheets">The sheets that are seen, in the order of the file; at least one.</param>
    /// <param name="options">What is stated, and the limits.</param>
    public static IReadOnlyList<SheetTable> Of(IReadOnlyList<IWorksheet> sheets, IntakeOptions options)
    {
        if (sheets.Count == 1)
            return [new SheetTable(sheets[0], options, TableHead.RowsToLookAt(options))];
        List<SheetTable> tables = [.. sheets.Select(s => Find(s, options)).OfType<SheetTable>()];
        IReadOnlyList<SheetTable>? best = null;
        foreach (
            SheetTable[] like in tables
                .GroupBy(t => string.Join('\u001f', HeaderRow.Name(t.Names)).ToUpperInvariant())
                .Select(g => g.ToArray())
        )
        {
            bool isBetter =
                best is null
                || (like[0].IsWide && !best[0].IsWide)
                || (like[0].IsWide == best[0].IsWide && like.Sum(t => t.Cells) > FarMore * best.Sum(t => t.Cells));
            best = isBetter ? like : best;
        }

        return best ?? [new SheetTable(sheets[0], options, TableHead.RowsToLookAt(options))];
    }

    /// <summary>The rows beneath its names.</summary>
    public IEnumerable<RawRow> Rows(SkippedRowCount skipped)
    {
        int before = Head.Row;
        skipped.Rows += Head.LeftOut;
        var merged = new MergedRows();
        foreach (RawRow row in _sheet.Rows(merged))
        {
            if (row.Number <= Head.Row)
                continue;
            skipped.Rows += Math.Max(0, row.Number - before - 1);
            before = row.Number;
            string[] cells = SheetRow.Fit(row.Cells, Names.Count);
            merged.Fill(row.Number, cells);
            if (HeaderRow.IsBlank(cells) || Head.IsRepeated(cells))
                skipped.Rows++;
            else
                yield return row with
                {
                    Cells = cells,
                };
        }
    }

    // Null where the sheet holds no table.
    private static SheetTable? Find(IWorksheet sheet, IntakeOptions options)
    {
        try
        {
            var table = new SheetTable(sheet, options, RowsCompared + (options.HeaderRow ?? 0));
            return table.Head.Width > 1 && table.Cells > 0 ? table : null;
        }
        catch (UnreadableFileException e) when (e.Code is "empty_file" or "no_header")
        {
            return null;
        }
    }

    private static IEnumerable<int> Filled(string[] cells) =>
        Enumerable.Range(0, cells.Length).Where(c => !string.IsNullOrWhiteSpace(cells[c]));
}
