using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExcelDataReader;

namespace SeizureIntel.Etl.Intake;

/// <summary>A sheet of an Excel 97-2003 workbook: dates as ISO 8601, as precise as their cells show them, numbers invariant.</summary>
internal sealed class XlsSheet(string name, int place, XlsCursor cursor, IntakeOptions options)
    : SpanningSheet(name, isTyped: true, options)
{
    private readonly RowCells _row = new(options);

    public override IEnumerable<RawRow> Rows(MergedRows merged)
    {
        IExcelDataReader reader = cursor.At(place);
        foreach (CellRange area in (reader.MergeCells ?? []).OrderBy(m => m.FromRow))
            merged.Add(new MergedCells(area.FromRow + 1, area.ToRow + 1, area.FromColumn, area.ToColumn));
        int number = 0;
        while (cursor.Read())
        {
            _row.Begin(++number);
            for (int i = 0; i < reader.FieldCount; i++)
                _row.Add(Shown(reader, i), 1, isFormula: false);
            yield return _row.End();
        }
    }

    private static string Shown(IExcelDataReader reader, int column) =>
        reader.GetValue(column) switch
        {
            null => string.Empty,
            string text => text,
            // A time alone is one of the day before the first.
            DateTime moment => SheetValue.Moment(
                moment,
                moment.Year < 1900 ? CellStyle.Time : XlsxStyles.OfCode(reader.GetNumberFormatString(column) ?? string.Empty)
            ),
            TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
            bool truth => truth ? "TRUE" : "FALSE",
            double number => SheetValue.Plain(number),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => string.Empty,
        };
}
