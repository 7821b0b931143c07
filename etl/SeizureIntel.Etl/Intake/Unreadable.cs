using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SeizureIntel.Etl.Intake;

/// <summary>The refusals that more than one reader has to word.</summary>
internal static class Unreadable
{
    public static UnreadableFileException Empty() =>
        new(
            "empty_file",
            "The file holds no rows; a header and at least one row were expected.",
            "Check the export and send the file again."
        );

    public static UnreadableFileException TooLong(int limit, int? row) =>
        new(
            "line_too_long",
            $"{(row is { } r ? string.Create(CultureInfo.InvariantCulture, $"Row {r}") : "A line")} is longer than "
                + $"{limit.ToString(CultureInfo.InvariantCulture)} characters; a table of seizures has short lines.",
            "Check that the file is a table with one row a line and that its quotes are closed."
        );

    public static UnreadableFileException TooManyColumns(int limit) =>
        new(
            "too_many_columns",
            $"The file has more than {limit.ToString(CultureInfo.InvariantCulture)} columns.",
            "Send one seizure a row, with one column a field; the template has the columns."
        );

    public static UnreadableFileException LongName(int limit) =>
        new(
            "long_column_name",
            $"A column's name has more than {limit.ToString(CultureInfo.InvariantCulture)} characters.",
            "Put short column names into the header row; a long text belongs into a cell below it."
        );

    public static UnreadableFileException TooManyRows(int limit) =>
        new(
            "too_many_rows",
            $"The file has more than {limit.ToString(CultureInfo.InvariantCulture)} rows.",
            "Split it into several files, for example one a year."
        );

    public static UnreadableFileException OtherReporter(string stated, IReadOnlySet<string> allowed) =>
        new(
            "other_reporter",
            $"The file states {stated} as reporting country; its sender reports for {string.Join(", ", allowed.Order(StringComparer.Ordinal))}.",
            "Send the seizures of the own service alone, or correct the column reporting_country; nothing of the file was kept."
        );

    public static UnreadableFileException NoHeader() =>
        new(
            "no_header",
            "No row of column names was found at the top of the file.",
            "Put the column names into one row, right above the records."
        );

    public static UnreadableFileException NoSheet(bool isNamed, int sheets) =>
        new(
            "no_sheet",
            isNamed
                ? $"The workbook's {sheets} worksheets do not include the one that the source's description names."
                : "The workbook holds no worksheet.",
            "Check the name of the worksheet in the workbook and in the source's description."
        );

    public static UnreadableFileException TooManySheets(int limit) =>
        new(
            "too_many_sheets",
            $"The file has more than {limit.ToString(CultureInfo.InvariantCulture)} sheets or tables.",
            "Put the records into one sheet, one seizure a row."
        );

    public static UnreadableFileException CellTwice(int row) =>
        new(
            "cell_twice",
            $"Row {row.ToString(CultureInfo.InvariantCulture)} has two values for one cell, or puts a cell before the one it follows; which is meant "
                + "cannot be told.",
            "Correct the export: columns count up within a row. A spreadsheet program that opens the file shows what is kept of it."
        );

    public static UnreadableFileException TooManyMerged(int limit) =>
        new(
            "too_many_merged",
            $"A sheet has more than {limit.ToString(CultureInfo.InvariantCulture)} areas of merged cells, which is more than can be filled.",
            "Unmerge its cells so that each row says all of its own, or send the table as CSV."
        );

    public static UnreadableFileException NotText(string found) =>
        new("not_text", $"The file is {found}, not a table in text or a workbook.", "Send CSV, XLSX, JSON or XML.");

    public static UnreadableFileException WrongEncoding(string found) =>
        new(
            "wrong_encoding",
            $"The text is {found}; UTF-8 was expected.",
            "Save the file as UTF-8, or state its encoding in the source's description."
        );

    public static UnreadableFileException HtmlPage() =>
        new(
            HtmlFile.NoTableCode,
            "The file is a web page; a table was expected.",
            "Download the data itself: often the page is the log-in or an error message of the site."
        );

    public static UnreadableFileException TruncatedHtml() =>
        new(
            "truncated_html",
            "The web page breaks off within a table, a tag or a comment; a table with its end was expected.",
            "Download it again; a table that is whole ends with </table>."
        );

    public static UnreadableFileException TruncatedGzip() =>
        new("truncated_gzip", "The gzip file breaks off or is damaged.", "Send the file again; compare its size with the original's.");
}
