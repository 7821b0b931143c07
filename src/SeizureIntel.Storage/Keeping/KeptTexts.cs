using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using SeizureIntel.Storage.Model;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Storage.Keeping;

/// <summary>The texts of a table's rows that are screened again: names and accounts as they stand, and what was written beside a code or an amount that
/// was not understood.</summary>
internal static class KeptTexts<TRow>
    where TRow : class
{
    private const string Ending = "Text";

    private static readonly FrozenDictionary<string, KeptText> Named = new Dictionary<string, KeptText>
    {
        [nameof(CaseRow.Narrative)] = KeptText.Prose,
        [nameof(CaseRow.CoverGoods)] = KeptText.Prose,
        [nameof(CaseRow.PlaceName)] = KeptText.Place,
        [nameof(CaseRow.Admin1Text)] = KeptText.Place,
        [nameof(RouteLegRow.PlaceText)] = KeptText.Place,
        [nameof(CaseRow.CaseRef)] = KeptText.Reference,
        [nameof(CaseRow.AlertRef)] = KeptText.Reference,
        [nameof(CaseRow.Operation)] = KeptText.Words,
        [nameof(SeizureRow.Brand)] = KeptText.Words,
        [nameof(SeizureRow.FirearmMake)] = KeptText.Words,
        [nameof(SeizureRow.FirearmModel)] = KeptText.Words,
        [nameof(SubmissionRow.FileName)] = KeptText.FileName,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Texts of several codes are an array.
    private static readonly FrozenSet<string> Several = new[]
    {
        nameof(CaseRow.DetectionTechniqueText),
        nameof(CaseRow.RiskIndicatorsText),
        nameof(CaseRow.NationalitiesText),
        nameof(CaseRow.HandlingText),
        nameof(SeizureRow.DenialGroundText),
        nameof(SeizureRow.ImportMarksText),
    }.ToFrozenSet(StringComparer.Ordinal);

    // What an issue tells of that was understood, or was somebody else's to say, is no text of a cell.
    private static readonly FrozenSet<string> NotUnderstood = new[]
    {
        IssueCode.UnknownCode,
        IssueCode.UnknownUnit,
        IssueCode.NotANumber,
        IssueCode.NotAFigure,
        IssueCode.BadDate,
    }
        .Select(SnakeNames<IssueCode>.Of)
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly (string Name, Func<TRow, Func<KeptText, string, string>, bool> Screen)[] Columns =
    [
        .. from property in typeof(TRow).GetProperties()
        where property.PropertyType == typeof(string)
        let column = Of(property)
        where column is not null
        select (property.Name, column),
    ];

    /// <summary>Sets the texts of a row as they may be kept.</summary>
    /// <returns>The properties that are others than they were.</returns>
    public static IReadOnlyList<string> Screen(TRow row, Func<KeptText, string, string> screen)
    {
        List<string>? changed = null;
        foreach ((string name, Func<TRow, Func<KeptText, string, string>, bool> column) in Columns)
        {
            if (column(row, screen))
                (changed ??= []).Add(name);
        }

        return changed ?? (IReadOnlyList<string>)[];
    }

    private static Func<TRow, Func<KeptText, string, string>, bool>? Of(PropertyInfo property)
    {
        var get = property.GetMethod!.CreateDelegate<Func<TRow, string?>>();
        var set = property.SetMethod!.CreateDelegate<Action<TRow, string?>>();
        if (Named.TryGetValue(property.Name, out KeptText kind))
            return (row, screen) => Set(row, get(row), text => screen(kind, text));
        if (typeof(TRow) == typeof(IssueRow) && property.Name == nameof(IssueRow.Text))
            return (row, screen) =>
                row is IssueRow issue
                && NotUnderstood.Contains(issue.Code)
                && Set(row, issue.Text, text => screen(KindOf(issue.Field), text));
        if (
            !property.Name.EndsWith(Ending, StringComparison.Ordinal)
            || typeof(TRow).GetProperty(property.Name[..^Ending.Length]) is not { } beside
        )
            return null;
        if (beside.PropertyType == typeof(decimal?))
        {
            var amount = beside.GetMethod!.CreateDelegate<Func<TRow, decimal?>>();
            return (row, screen) => amount(row) is null && Set(row, get(row), text => screen(KeptText.Words, text));
        }

        var code = beside.GetMethod!.CreateDelegate<Func<TRow, string?>>();
        return Several.Contains(property.Name)
            ? (row, screen) =>
                Set(row, get(row), texts => Written.Texts([.. Written.ReadMany(code(row), texts).Select(s => Screened(s, screen))]))
            : (row, screen) => code(row) == NonValue.Unmapped && Set(row, get(row), text => screen(KeptText.Words, text));

        bool Set(TRow row, string? text, Func<string, string?> screened)
        {
            if (text is null)
                return false;
            string? now = screened(text) is { Length: > 0 } left ? left : null;
            // A file has a name, if none that tells anything.
            if (kind == KeptText.FileName)
                now ??= "";
            if (now == text)
                return false;
            set(row, now);
            return true;
        }
    }

    private static KeptText KindOf(string field) =>
        field is "admin1" or "place_name" or "departure_place" or "destination_place" ? KeptText.Place : KeptText.Words;

    private static Stated Screened(Stated stated, Func<KeptText, string, string> screen) =>
        stated is { Code: NonValue.Unmapped, Text: { } text }
            ? new Stated(stated.Code, screen(KeptText.Words, text) is { Length: > 0 } left ? left : null)
            : stated;
}
