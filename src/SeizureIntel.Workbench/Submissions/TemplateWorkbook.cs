using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Workbench.Faults;
using SheetText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>The exchange template as a workbook: drop-downs from the code lists, and a sheet that says what each column takes.</summary>
/// <param name="codes">The code lists.</param>
public sealed class TemplateWorkbook(CodeListSet codes)
{
    private const uint Rows = 5000;
    private const string ListsName = "lists";
    private const string SmallArms = "H08";

    // Small arms alone have these; elsewhere they would only be scrolled past.
    private static readonly string[] OfSmallArms =
    [
        "firearm_type",
        "firearm_make",
        "firearm_model",
        "calibre",
        "serial_numbers",
        "country_of_manufacture",
        "import_marks",
        "marking_status",
        "trace_status",
    ];

    /// <summary>Writes the template of a heading.</summary>
    /// <param name="heading">Code or name of the heading; null for all of them.</param>
    /// <param name="target">Receives the workbook; able to seek.</param>
    /// <returns>Code of the heading; null for all.</returns>
    /// <exception cref="Fault">There is no such heading.</exception>
    public string? Write(string? heading, Stream target)
    {
        Code? wanted = heading is null ? null : Heading(heading);
        SeizureField[] fields =
        [
            .. SeizureFields.Template.Where(f => wanted is null || wanted.Value == SmallArms || !OfSmallArms.Contains(f.Name)),
        ];
        using SpreadsheetDocument document = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        WorkbookPart workbook = document.AddWorkbookPart();
        workbook.Workbook = new Workbook();
        var sheets = new Sheets();

        var choices = new List<(SeizureField Field, IReadOnlyList<string> Values)>();
        foreach (SeizureField field in fields)
        {
            if (Choices(field, wanted) is { Count: > 0 } values)
                choices.Add((field, values));
        }

        Sheet(
            workbook,
            sheets,
            "seizures",
            [
                [.. fields.Select(f => f.Name)],
            ],
            part => Validate(part, fields, choices)
        );
        Sheet(workbook, sheets, "notes", Notes(fields, wanted, choices), null);
        Sheet(workbook, sheets, ListsName, Lists(choices), null);
        workbook.Workbook.AppendChild(sheets);
        return wanted?.Value;
    }

    private Code Heading(string text) =>
        codes["headings"].Find(text)
        ?? throw Fault.Usage(
            "unknown_heading",
            $"There is no heading '{text}'.",
            NearestNames.Question(text, codes["headings"].Nearest(text).Select(c => $"{c.Value} {c.Label}"))
        );

    // A list is chosen from by its codes; of products those of the heading alone.
    private IReadOnlyList<string> Choices(SeizureField field, Code? heading)
    {
        if (codes.Of(field) is not { } list)
            return [];
        if (heading is not null && field.Name == "heading")
            return [heading.Value];
        return
        [
            .. list
                .Codes.Where(c =>
                    heading is null || field.Name != "product" || c.Attribute("heading") is not { } own || own == heading.Value
                )
                .Select(c => c.Value),
        ];
    }

    private static void Validate(Worksheet sheet, SeizureField[] fields, List<(SeizureField Field, IReadOnlyList<string> Values)> choices)
    {
        var validations = new DataValidations();
        for (int i = 0; i < choices.Count; i++)
        {
            (SeizureField field, IReadOnlyList<string> values) = choices[i];
            string column = Column(Array.IndexOf(fields, field)),
                list = Column(i);

            // Several codes may stand in one cell, parted by semicolons: there the list helps and forbids nothing.
            bool isStrict = field.Kind == FieldKind.Code;
            validations.AppendChild(
                new DataValidation
                {
                    Type = DataValidationValues.List,
                    AllowBlank = true,
                    ShowErrorMessage = isStrict,
                    ShowInputMessage = true,
                    ErrorStyle = DataValidationErrorStyleValues.Warning,
                    PromptTitle = field.Label,
                    Prompt = isStrict ? "A code of the list." : "Codes of the list, several with ; between.",
                    SequenceOfReferences = new ListValue<StringValue> { InnerText = Text($"{column}2:{column}{Rows}") },
                    Formula1 = new Formula1(Text($"{ListsName}!${list}$2:${list}${values.Count + 1}")),
                }
            );
        }

        validations.Count = (uint)choices.Count;
        sheet.AppendChild(validations);
    }

    private static IEnumerable<IReadOnlyList<string>> Notes(
        SeizureField[] fields,
        Code? heading,
        List<(SeizureField Field, IReadOnlyList<string> Values)> choices
    )
    {
        yield return [heading is null ? "All headings" : $"{heading.Value} {heading.Label}"];
        yield return
        [
            "One row an item line; rows of one case bear the same case_ref. No names, documents, numbers of vehicles or addresses.",
        ];
        yield return [];
        yield return ["column", "what it says", "takes"];
        foreach (SeizureField field in fields)
        {
            int codes = choices.Find(c => c.Field == field).Values?.Count ?? 0;
            yield return
            [
                field.Name,
                field.Label,
                field.Kind switch
                {
                    FieldKind.Date => "a date, 2024-12-31",
                    FieldKind.Number => "a number, with a point for decimals",
                    FieldKind.Codes when codes > 0 => Text($"codes, several with ; between ({codes} to choose from)"),
                    FieldKind.Codes => "codes, several with ; between",
                    FieldKind.Code when codes > 0 => Text($"a code ({codes} to choose from)"),
                    FieldKind.Code => "a code",
                    _ => "a text",
                },
            ];
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Lists(List<(SeizureField Field, IReadOnlyList<string> Values)> choices)
    {
        yield return [.. choices.Select(c => c.Field.Name)];
        int longest = choices.Count == 0 ? 0 : choices.Max(c => c.Values.Count);
        for (int row = 0; row < longest; row++)
            yield return [.. choices.Select(c => row < c.Values.Count ? c.Values[row] : "")];
    }

    private static void Sheet(
        WorkbookPart workbook,
        Sheets sheets,
        string name,
        IEnumerable<IReadOnlyList<string>> rows,
        Action<Worksheet>? more
    )
    {
        WorksheetPart part = workbook.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        foreach (IReadOnlyList<string> cells in rows)
            data.AppendChild(new Row(cells.Select(Cell)));
        part.Worksheet = new Worksheet(data);
        more?.Invoke(part.Worksheet);
        sheets.AppendChild(
            new Sheet
            {
                Id = workbook.GetIdOfPart(part),
                SheetId = (uint)(sheets.Count() + 1),
                Name = name,
            }
        );
    }

    private static Cell Cell(string text) =>
        text.Length == 0
            ? new Cell()
            : new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new SheetText(text)) };

    // A, B … Z, AA, AB …
    private static string Column(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : Column((index / 26) - 1) + Column(index % 26);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
