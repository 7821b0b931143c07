using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace SeizureIntel.Etl.Intake;

/// <summary>Opens an Excel 97-2003 workbook (BIFF8, [MS-XLS]) by ExcelDataReader: row by row, dates as ISO 8601, numbers invariant.</summary>
internal static class XlsFile
{
    private const int FewestColumns = 2;

    public static RawFile Open(ByteSource source, IntakeOptions options)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        IExcelDataReader? reader = null;
        try
        {
            reader = ExcelReaderFactory.CreateBinaryReader(source.OpenSeekable());
            List<string[]> first = ChosenSheet(reader, options);
            IReadOnlyList<MergedCells> merged = Merged(reader);
            TableHead head = TableHead.Find(first, options, merged);
            IReadOnlyList<string> columns = HeaderRow.Name([.. head.Names.Take(SheetRow.Used(head.Names))]);
            var readAs = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["format"] = "xls",
                ["sheet"] = reader.Name,
                ["header_row"] = head.Row.ToString(CultureInfo.InvariantCulture),
                ["decimal_separator"] = (options.DecimalSeparator ?? '.').ToString(),
            };
            source.Describe(readAs);
            var skipped = new SkippedRowCount { Rows = head.LeftOut };
            return new RawFile(columns, readAs, Rows(reader, first, head, columns.Count, options, merged, skipped), skipped, reader);
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            reader?.Dispose();
            throw Protected();
        }
        catch
        {
            reader?.Dispose();
            throw;
        }
    }

    /// <summary>The workbook has a password, is damaged, or is no workbook.</summary>
    private static UnreadableFileException Protected() =>
        new(
            "old_excel",
            "The file is an Excel 97-2003 workbook that is damaged or protected with a password; an open workbook or CSV was expected.",
            "Open it and save it as .xlsx without a password, or as CSV in UTF-8."
        );

    // The sheet named, or the first that looks like a table; its first rows are read.
    private static List<string[]> ChosenSheet(IExcelDataReader reader, IntakeOptions options)
    {
        do
        {
            if (options.Sheet is { } wanted && !string.Equals(reader.Name.Trim(), wanted.Trim(), StringComparison.OrdinalIgnoreCase))
                continue;
            if (options.Sheet is null && reader.VisibleState != "visible")
                continue;
            var rows = new List<string[]>();
            while (rows.Count < TableHead.RowsToLookAt(options) && reader.Read())
                rows.Add(Cells(reader, options, rows.Count + 1));
            bool isTable = rows.Count > 1 && rows.Any(r => r.Count(c => c.Length > 0) >= FewestColumns);
            if (isTable || options.Sheet is not null)
                return rows;
        } while (reader.NextResult());

        throw Unreadable.Empty();
    }

    private static IEnumerable<RawRow> Rows(
        IExcelDataReader reader,
        List<string[]> first,
        TableHead head,
        int width,
        IntakeOptions options,
        IReadOnlyList<MergedCells> merged,
        SkippedRowCount skipped
    )
    {
        int number = head.Row;
        var tall = new MergedRows(merged);
        while (true)
        {
            string[] cells;
            if (number < first.Count)
                cells = first[number];
            else if (HasNext(reader))
                cells = Cells(reader, options, number + 1);
            else
                yield break;
            number++;
            cells = SheetRow.Fit(cells, width);
            tall.Fill(number, cells);
            if (HeaderRow.IsBlank(cells) || head.IsRepeated(cells))
                skipped.Rows++;
            else
                yield return new RawRow(number, cells);
        }
    }

    // A damaged file breaks the library in many ways; none of them is ours.
    private static bool IsDamage(Exception problem) =>
        problem
            is ExcelReaderException
                or InvalidDataException
                or EndOfStreamException
                or ArgumentException
                or IndexOutOfRangeException
                or InvalidOperationException
                or FormatException
                or OverflowException
                or NotSupportedException;

    private static bool HasNext(IExcelDataReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            throw Protected();
        }
    }

    private static IReadOnlyList<MergedCells> Merged(IExcelDataReader reader) =>
        reader.MergeCells is null
            ? []
            : [.. reader.MergeCells.Select(m => new MergedCells(m.FromRow + 1, m.ToRow + 1, m.FromColumn, m.ToColumn))];

    private static string[] Cells(IExcelDataReader reader, IntakeOptions options, int row)
    {
        if (reader.FieldCount > options.MaxColumns)
            throw Unreadable.TooManyColumns(options.MaxColumns);
        string[] cells = new string[reader.FieldCount];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = Shown(reader.GetValue(i));
            if (cells[i].Length > options.MaxLineCharacters)
                throw Unreadable.TooLong(options.MaxLineCharacters, row);
        }

        return cells;
    }

    private static string Shown(object? value) =>
        value switch
        {
            null => string.Empty,
            string text => text,
            DateTime moment => moment.ToString(
                moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss",
                CultureInfo.InvariantCulture
            ),
            TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
            bool truth => truth ? "TRUE" : "FALSE",
            double number => number.ToString("G15", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => string.Empty,
        };
}
