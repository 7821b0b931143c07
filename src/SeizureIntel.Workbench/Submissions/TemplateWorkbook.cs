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
    private const string CodesName = "codes";

    private readonly HeadingFields _schema = new(codes);

    /// <summary>Writes the template of a heading.</summary>
    /// <param name="heading">Code or name of the heading; null for all of them.</param>
    /// <param name="target">Receives the workbook; able to seek.</param>
    /// <returns>Code of the heading; null for all.</returns>
    /// <exception cref="Fault">There is no such heading.</exception>
    public string? Write(string? heading, Stream target)
    {
        Code? wanted = heading is null ? null : Heading(heading);
        SeizureField[] fields = [.. SeizureFields.Template.Where(f => wanted is null || _schema.Has(f.Name, wanted.Value))];
        using SpreadsheetDocument document = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        WorkbookPart workbook = document.AddWorkbookPart();
        workbook.Workbook = new Workbook();
        var sheets = new Sheets();

        var choices = new List<(SeizureField Field, IReadOnlyList<Code> Values)>();
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
        Sheet(workbook, sheets, CodesName, Meanings(choices), null);
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

    // A list is chosen from by its codes, those of the heading alone.
    private IReadOnlyList<Code> Choices(SeizureField field, Code? heading) =>
        heading is null ? codes.Of(field)?.Codes ?? [] : _schema.CodesOf(field, heading.Value);

    private static void Validate(Worksheet sheet, SeizureField[] fields, List<(SeizureField Field, IReadOnlyList<Code> Values)> choices)
    {
        var validations = new DataValidations();
        for (int i = 0; i < choices.Count; i++)
        {
            (SeizureField field, IReadOnlyList<Code> values) = choices[i];
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

    private IEnumerable<IReadOnlyList<string>> Notes(
        SeizureField[] fields,
        Code? heading,
        List<(SeizureField Field, IReadOnlyList<Code> Values)> choices
    )
    {
        yield return [heading is null ? "All headings" : $"{heading.Value} {heading.Label}"];
        yield return
        [
            "One row an item line; rows of one case bear the same case_ref. No names, documents, numbers of vehicles or addresses.",
        ];
        if (heading is not null)
        {
            yield return
            [
                "Amounts are added in "
                    + string.Join(
                        " or ",
                        (heading.Attribute("natural_unit") ?? "the unit stated").Split(' ').Select(u => codes["units"].Label(u))
                    )
                    + "; other units are kept beside. Whatever is not known stays blank.",
            ];
        }

        yield return [];
        yield return ["column", "what it says", "takes"];
        foreach (SeizureField field in fields)
        {
            int count = choices.Find(c => c.Field == field).Values?.Count ?? 0;
            yield return
            [
                field.Name,
                field.Label,
                field.Kind switch
                {
                    FieldKind.Date => "a date, 2024-12-31",
                    FieldKind.Number => "a number, with a point for decimals",
                    FieldKind.Codes when count > 0 => Text($"codes, several with ; between ({count} to choose from)"),
                    FieldKind.Codes => "codes, several with ; between",
                    FieldKind.Code when count > 0 => Text($"a code ({count} to choose from)"),
                    FieldKind.Code => "a code",
                    _ => "a text",
                },
            ];
        }
    }

    // What each code means, for whoever does not know the lists; the words are accepted as well.
    private static IEnumerable<IReadOnlyList<string>> Meanings(List<(SeizureField Field, IReadOnlyList<Code> Values)> choices)
    {
        yield return ["column", "code", "meaning", "below"];
        foreach ((SeizureField field, IReadOnlyList<Code> values) in choices)
        {
            foreach (Code code in values)
                yield return [field.Name, code.Value, code.Label, code.Parent ?? ""];
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Lists(List<(SeizureField Field, IReadOnlyList<Code> Values)> choices)
    {
        yield return [.. choices.Select(c => c.Field.Name)];
        int longest = choices.Count == 0 ? 0 : choices.Max(c => c.Values.Count);
        for (int row = 0; row < longest; row++)
            yield return [.. choices.Select(c => row < c.Values.Count ? c.Values[row].Value : "")];
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
