using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Writes what was decided as a source's description.</summary>
internal static class DraftSource
{
    /// <summary>The least confidence at which a code proposed for a value is taken into the draft.</summary>
    public const double LeastLookUp = 0.7;

    /// <summary>What parts several values of one cell.</summary>
    public static string[] Separators { get; } = [";", "；", "\n"];

    private const string Unknown = "not understood; say what it is, or leave it out";

    /// <summary>The draft.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="title">Its title.</param>
    /// <param name="columns">The columns decided.</param>
    /// <param name="own">How many of the columns stand in the header; another file of the shape may lack those behind.</param>
    /// <param name="names">The column names as they may be shown; one that differs is personal and stays out.</param>
    /// <param name="constants">What holds for every row.</param>
    /// <param name="lookUps">Values with the codes proposed.</param>
    /// <param name="skipRows">Rows that are no records.</param>
    /// <param name="items">Columns whose cells hold one value an item.</param>
    /// <param name="readAs">How the file was read.</param>
    public static SourceDescription Of(
        string name,
        string title,
        IReadOnlyList<ColumnDraft> columns,
        int own,
        IReadOnlyList<string> names,
        IReadOnlyDictionary<string, string> constants,
        IReadOnlyList<LookUpProposal> lookUps,
        IReadOnlyList<SkipRule> skipRows,
        (IReadOnlyList<ColumnDraft> Leading, IReadOnlyList<ColumnDraft> Details) items,
        IReadOnlyDictionary<string, string> readAs
    )
    {
        ColumnDraft[] described = [.. columns.Where(c => c.Announced is null && names[c.Signs.Profile.Position] == c.Name)];
        return new SourceDescription
        {
            Name = name,
            Title = title,
            Publisher = "The contributor",
            Edition = "1",
            Terms = "The contributor's own data",
            Recognise = [.. described.Where(c => c.Signs.Profile.Position < own).Select(c => c.Name)],
            Format = new SourceFormat
            {
                // What could not be told is stated, so that a person has decided it.
                Encoding = readAs.ContainsKey("encoding_certainty") ? readAs["encoding"] : null,
                Separators = Separators,
                FiscalYearStart = described.FirstOrDefault(c => c is { IsPart: true, Best.Field: "_fiscal_year" })?.Signs.FiscalYearStart,
            },
            Constants = constants,
            Columns = [.. described.SelectMany(c => Columns(c, lookUps))],
            Combined = [.. Combined(described)],
            ItemColumns = [.. items.Leading.Where(described.Contains).Select(c => c.Name)],
            ItemDetails = [.. items.Details.Where(described.Contains).Select(c => c.Name)],
            SkipRows = skipRows,
            Assertions = new SourceAssertions { RowsMin = 1 },
        };
    }

    private static IEnumerable<SourceColumn> Columns(ColumnDraft column, IReadOnlyList<LookUpProposal> lookUps)
    {
        if (column.Field is null)
        {
            yield return new SourceColumn
            {
                Names = [column.Name],
                Role = ColumnRole.Ignored,
                Ignored = column.Aside is null && column.Signs.Profile.Filled > 0 ? Unknown : Reasons.Of(column),
            };
            yield break;
        }

        if (column.IsPart)
        {
            yield return new SourceColumn { Names = [column.Name], Role = RoleOf(column.Field) };
            yield break;
        }

        foreach (string? field in (string?[])[column.Field, column.Also])
        {
            if (field is null)
                continue;
            yield return new SourceColumn
            {
                Names = [column.Name],
                Role = RoleOf(field),
                Field = field,
                Formats = [.. Formats(column.Signs)],
                Values = lookUps
                    .Where(l => l.Column == column.Name && l.Field == field && l.Confidence >= LeastLookUp)
                    .DistinctBy(l => SourceRecognition.Key(l.Value))
                    .ToDictionary(l => l.Value, l => new ValueTarget(null, l.Code!), StringComparer.Ordinal),
            };
        }
    }

    // A year of two digits is read only where the description says how the column writes it.
    public static IEnumerable<string> Formats(ValueSigns signs)
    {
        foreach (string mark in signs.Days >= 0.5 ? signs.ShortMarks : [])
        {
            string day = signs.Order == DateOrder.MonthFirst ? $"M{mark}d{mark}yy" : $"d{mark}M{mark}yy";
            foreach (string time in (string[])["", " H:mm", " H:mm:ss", " h:mm tt", " h:mm:ss tt"])
            {
                yield return day + time;
                if (signs.ShortEnd.Length > 0)
                    yield return day + signs.ShortEnd + time;
            }
        }
    }

    private static IEnumerable<CombinedColumn> Combined(ColumnDraft[] columns)
    {
        foreach (IGrouping<string, ColumnDraft> whole in columns.Where(c => c.IsPart).GroupBy(c => c.Field!))
        {
            bool isDate = whole.Key == "seizure_date";
            yield return new CombinedColumn
            {
                Columns = [.. whole.OrderBy(c => isDate ? PartOrder(c) : -c.Signs.Profile.Distinct).Select(c => c.Name)],
                Field = whole.Key,
                Join = isDate ? "-" : ", ",
                UntilBlank = isDate,
            };
        }
    }

    private static int PartOrder(ColumnDraft column) =>
        column.Best.Field switch
        {
            "_month" or "_quarter" => 1,
            "_day" => 2,
            _ => 0,
        };

    /// <summary>How the cells of a column that feeds a field are screened.</summary>
    public static ColumnRole RoleOf(string field) => SourceJson.RoleOf(field) ?? ColumnRole.Coded;

    /// <summary>A name from a file's: letters, digits and hyphens, and a mark of the columns so that two shapes differ.</summary>
    public static string NameOf(string fileName, IReadOnlyList<string> columns)
    {
        string stem = fileName.Split('.')[0];
        string slug = string.Join('-', SourceRecognition.Key(stem).Split(' ').Where(w => w.All(char.IsAsciiLetterOrDigit) && w.Length > 0));
        string shape = string.Join('\n', columns.Select(SourceRecognition.Key));
        byte[] hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(shape));
        string mark = Convert.ToHexStringLower(hash)[..6];
        return string.Create(CultureInfo.InvariantCulture, $"{(slug.Length is 0 or > 40 ? "file" : slug)}-{mark}");
    }
}
