using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Fields;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>A suggested source as a person changes it.</summary>
public static class EditedSource
{
    private const string LeftOut = "left out by hand";
    private const int MostFormats = 8;
    private const int LongestFormat = 40;

    /// <summary>The changed source; columns that say one thing together stay together or are put together in the order of the file.</summary>
    /// <param name="source">The source as it was suggested or edited before.</param>
    /// <param name="edit">What changes.</param>
    /// <param name="lists">The code lists.</param>
    /// <exception cref="InvalidDataException">The edit names what is not there, or maps what cannot be; nothing that was typed is repeated.</exception>
    public static SourceDescription Of(SourceDescription source, MappingEdit edit, CodeListSet lists)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(edit);
        List<MappedColumn> columns = MappedColumn.Of(source);
        foreach (ColumnEdit change in edit.Columns)
        {
            int at = columns.FindIndex(c => c.Name == change.Column);
            if (at < 0)
                throw new InvalidDataException("A column is named that the format does not have, or that is refused.");
            columns[at] = Changed(columns[at], change, lists);
        }

        List<CombinedColumn> combined = Combined(source, columns);
        var parts = combined.SelectMany(c => c.Columns).ToHashSet(StringComparer.Ordinal);
        SourceDescription edited = source with
        {
            Format = source.Format with
            {
                FiscalYearStart = edit.FiscalYearStart is { } month ? (month == 0 ? null : month) : source.Format.FiscalYearStart,
            },
            Constants = edit.Constants is null ? source.Constants : Constants(edit.Constants, lists),
            Columns = [.. columns.SelectMany(c => Described(c, parts.Contains(c.Name)))],
            Combined = combined,
        };
        return SourceDescription.Parse(SourceJsonText.Of(edited), source.Name);
    }

    /// <summary>Fields without which no row can be kept and that a source does not give: <c>seizure_date</c>, <c>product</c>, <c>country</c>.</summary>
    public static IEnumerable<string> Missing(SourceDescription source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var given = source
            .Columns.Select(c => c.Field)
            .Concat(source.Combined.Select(c => c.Field))
            .Concat(source.Constants.Keys)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        if (!given.Contains("seizure_date"))
            yield return "seizure_date";
        if (!given.Overlaps(SourceSuggester.What))
            yield return "product";
        if (!given.Contains("country") && !given.Contains("reporting_country"))
            yield return "country";
    }

    private static MappedColumn Changed(MappedColumn column, ColumnEdit change, CodeListSet lists)
    {
        if (string.IsNullOrEmpty(change.Field))
            return column with { Field = null, Also = null, Ignored = column.Ignored ?? LeftOut, Formats = [], Values = NoValues };
        SeizureField field = FieldOf(change.Field);
        string? also = string.IsNullOrEmpty(change.Also) ? null : FieldOf(change.Also).Name;
        bool isSame = field.Name == column.Field;
        return column with
        {
            Field = field.Name,
            Also = also == field.Name ? null : also,
            Ignored = null,
            Formats =
                change.Formats is { } formats ? Formats(formats, field)
                : isSame ? column.Formats
                : [],
            Values =
                change.Values is { } values ? Values(values, field, lists)
                : isSame ? column.Values
                : NoValues,
        };
    }

    private static IReadOnlyDictionary<string, string> NoValues { get; } = new Dictionary<string, string>();

    private static SeizureField FieldOf(string name) =>
        SeizureFields.Find(name) is { InTemplate: true } field
            ? field
            : throw new InvalidDataException("A field is named that the exchange template does not have.");

    private static IReadOnlyList<string> Formats(IReadOnlyList<string> formats, SeizureField field)
    {
        if (formats.Count > 0 && field.Kind != FieldKind.Date)
            throw new InvalidDataException($"A date format stands at {field.Name}, which is no date.");
        if (
            formats.Count > MostFormats
            || formats.Any(f => f.Length is 0 or > LongestFormat || !f.All(c => "yMdHhmsft :./-,'".Contains(c, StringComparison.Ordinal)))
        )
            throw new InvalidDataException("A date format is written with y, M, d, H, m and s and the signs between them, as dd.MM.yyyy.");
        return formats;
    }

    private static Dictionary<string, string> Values(IReadOnlyDictionary<string, string> values, SeizureField field, CodeListSet lists)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string value, string code) in values.Where(v => v.Value.Length > 0).DistinctBy(v => SourceRecognition.Key(v.Key)))
            codes[value] = CodeOf(field, code, lists);
        return codes;
    }

    private static Dictionary<string, string> Constants(IReadOnlyDictionary<string, string> constants, CodeListSet lists) =>
        constants
            .Where(c => c.Value.Length > 0)
            .ToDictionary(c => FieldOf(c.Key).Name, c => CodeOf(FieldOf(c.Key), c.Value, lists), StringComparer.Ordinal);

    private static string CodeOf(SeizureField field, string text, CodeListSet lists)
    {
        if (lists.Of(field) is not { } list)
            throw new InvalidDataException($"{field.Name} has no code list, so no code can be given for it.");
        return list.Find(text)?.Value
            ?? Lists.Find(lists, "non_values")?.Find(text)?.Value
            ?? throw new InvalidDataException($"A code is given for {field.Name} that the list {list.Name} does not have.");
    }

    // What was put together stays so while the same columns feed the field.
    private static List<CombinedColumn> Combined(SourceDescription source, List<MappedColumn> columns)
    {
        var combined = new List<CombinedColumn>();
        foreach (IGrouping<string, MappedColumn> same in columns.Where(c => c.Field is not null).GroupBy(c => c.Field!))
        {
            string[] names = [.. same.Select(c => c.Name)];
            if (names.Length == 1)
                continue;
            if (source.Combined.FirstOrDefault(c => c.Field == same.Key && c.Columns.ToHashSet().SetEquals(names)) is { } kept)
            {
                combined.Add(kept);
                continue;
            }

            FieldKind kind = FieldOf(same.Key).Kind;
            if (kind is FieldKind.Number or FieldKind.Code && same.Key is not "admin1")
                throw new InvalidDataException($"Two columns feed {same.Key}, which takes one; leave one of them out.");
            bool isDate = kind == FieldKind.Date;
            combined.Add(
                new CombinedColumn
                {
                    Columns = names,
                    Field = same.Key,
                    Join =
                        isDate ? (names.Length > 2 ? "-" : " ")
                        : kind == FieldKind.Codes ? "; "
                        : ", ",
                    UntilBlank = isDate,
                }
            );
        }

        return combined;
    }

    private static IEnumerable<SourceColumn> Described(MappedColumn column, bool isPart)
    {
        if (column.Field is null)
        {
            yield return new SourceColumn
            {
                Names = [column.Name],
                Role = Screening.ColumnRole.Ignored,
                Ignored = column.Ignored ?? LeftOut,
            };
            yield break;
        }

        if (isPart)
        {
            yield return new SourceColumn { Names = [column.Name], Role = DraftSource.RoleOf(column.Field) };
            yield break;
        }

        foreach (string? field in (string?[])[column.Field, column.Also])
        {
            if (field is not null)
                yield return new SourceColumn
                {
                    Names = [column.Name],
                    Role = DraftSource.RoleOf(field),
                    Field = field,
                    Formats = column.Formats,
                    Values = column.Values.ToDictionary(v => v.Key, v => new ValueTarget(null, v.Value), StringComparer.Ordinal),
                };
        }
    }
}
