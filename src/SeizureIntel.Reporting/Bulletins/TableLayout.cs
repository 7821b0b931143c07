using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Text;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>Lays a figure table out for print: codes become names, numbers become linked figures, a quantity takes its unit with it.</summary>
internal sealed class TableLayout(CodeWords codes, FigureRegister register)
{
    private const string None = "–";

    /// <summary>The language that tables are laid out in.</summary>
    public Phrases Phrases => codes.Phrases;

    /// <summary>The names of codes in that language.</summary>
    public CodeWords Words => codes;

    /// <summary>The table with the columns asked for (those it has), cut after some rows.</summary>
    public BulletinTable Lay(string id, FigureTable table, string method, int most, params IReadOnlyList<string> columns)
    {
        List<TableColumn> shown = [.. columns.Select(table.At).Where(at => at >= 0).Select(at => table.Columns[at])];
        return new BulletinTable(
            id,
            [.. shown.Select(c => new BulletinColumn(Phrases.Say(c.Label), IsNumeric(table, c)))],
            [.. table.Rows.Take(most).Select(row => (IReadOnlyList<BulletinCell>)[.. shown.Select(c => Cell(table, row, c, method))])]
        );
    }

    /// <summary>A cell as printed, linked where the row has evidence.</summary>
    public BulletinCell Cell(FigureTable table, TableRow row, TableColumn column, string method)
    {
        object? cell = table.Cell(row, column.Name);
        double? number = TableReading.Number(cell);
        string unit = UnitOf(table, row, column);
        if (number is null && !IsNumeric(table, column))
            return new BulletinCell(WordsOf(table, row, column, cell));
        if (cell is null)
            return new BulletinCell(None);
        // Where the row's name is its unit ("Seizures: 12 seizures"), the number says it all.
        bool isNamedUnit = column.Name == "value" && (unit == table.Text(row, "figure") || unit == table.Text(row, "measure"));
        string text = number is { } value
            ? isNamedUnit
                ? NumberWords.Count(value, Phrases.Signs)
                : Number(value, column, unit)
            : (string)cell;
        return column.Name.StartsWith("change_", StringComparison.Ordinal)
            ? new BulletinCell(text)
            : register.Add(Label(table, row, column), text, number, unit, table.Known, method, EvidenceOf(row, column, number));
    }

    // A row's evidence gives the records of the period and of all reporters. What the row sets beside it for comparison is not in those records:
    // the year before has its own query, and a total or a panel stands in its own row or note.
    private static Evidence? EvidenceOf(TableRow row, TableColumn column, double? value) =>
        column.Name switch
        {
            "of" or "n" or "panel" => null,
            "previous_seizures" => row.Evidence is { Query: { From: { } from, To: { } to } query } && value is { } count
                ? new Evidence(query with { From = from.AddYears(-1), To = to.AddYears(-1) }, (int)count)
                : null,
            _ => row.Evidence,
        };

    private string Number(double value, TableColumn column, string unit)
    {
        if (column.Name.StartsWith("change_", StringComparison.Ordinal))
            return NumberWords.Change(value, Phrases.Signs);
        if (unit == "share")
            return NumberWords.Share(value, Phrases.Signs);
        return column.Name is "quantity" or "value" ? UnitWords.With(value, unit, Phrases) : NumberWords.Quantity(value, Phrases.Signs);
    }

    // A quantity's or value's unit stands in the row, any other's in the column.
    private static string UnitOf(FigureTable table, TableRow row, TableColumn column) =>
        (column.Name is "quantity" or "value" || column.Unit == "unit") && table.Text(row, "unit") is { Length: > 0 } own
            ? own
            : column.Unit ?? column.Name;

    private static bool IsNumeric(FigureTable table, TableColumn column)
    {
        int at = table.At(column.Name);
        return column.CodeField is null && (column.Unit is not null || table.Rows.Any(r => TableReading.Number(r.Cells[at]) is not null));
    }

    private string WordsOf(FigureTable table, TableRow row, TableColumn column, object? cell)
    {
        string text = table.Text(row, column.Name);
        if (text.Length == 0)
            return None;
        if (column.Name == "month")
            return Phrases.ShortMonth(text);
        if (column.Name == "quarter")
            return Phrases.Quarter(text);
        if (cell is IReadOnlyList<string> several)
            return codes.Of(column.CodeField ?? column.Name, several);
        if (column.CodeField is { } field)
            return codes.Of(field, text);
        if (column.Name is "path" or "leg" or "heading" or "product" or "reporting_country" or "field")
            return codes.Of(column.Name, text);
        return cell is Phrase said ? codes.Say(said) : Phrases.FindSaid(text) ?? text;
    }

    // What a row is: its words; the figure's name stands behind them.
    private string Label(FigureTable table, TableRow row, TableColumn column)
    {
        IEnumerable<string> words = table
            .Columns.Where(c => c.Name is not ("unit" or "figure" or "measure") && c != column && !IsNumeric(table, c))
            .Select(c => WordsOf(table, row, c, table.Cell(row, c.Name)))
            .Where(w => w != None)
            .Take(3);
        return string.Join(" · ", new[] { Phrases.Say(table.Title) }.Concat(words).Append(Phrases.Say(column.Label)));
    }
}
