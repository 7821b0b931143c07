using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Etl.Sources;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>What is said of a file as a whole.</summary>
internal static class SuggestionMessages
{
    private static readonly Dictionary<string, string> MissingWords = new(StringComparer.Ordinal)
    {
        ["seizure_date"] = "when goods were seized",
        ["product"] = "what was seized",
        ["country"] = "in which country",
        ["heading"] = "of which heading goods are that the lists hardly know",
    };

    public static string Of(SuggestionVerdict verdict, IReadOnlyList<string> missing, string? totals) =>
        verdict switch
        {
            SuggestionVerdict.Aggregates => $"These are aggregates, not seizures: {totals}. Send one row a seizure.",
            SuggestionVerdict.NoSeizures =>
                "This is no table of seizures: no column says what was seized. If one does, name it as the template does, or write a source.json.",
            SuggestionVerdict.Incomplete =>
                $"No column was understood to say {string.Join(" and ", missing.Select(m => MissingWords[m]))}; "
                    + "say which does, in the draft or on the submissions page.",
            _ when missing.Contains("country") => "Understood but for the country: name the reporter when you send it.",
            _ => "Understood well enough to be taken in.",
        };

    public static IEnumerable<string> NotesOnReading(IReadOnlyDictionary<string, string> readAs)
    {
        if (readAs.TryGetValue("encoding_certainty", out string? certainty))
            yield return certainty == "guessed"
                ? $"The letters tell no encoding; {readAs["encoding"]} comes nearest. Look whether the names below are right before you accept it."
                : $"The letters speak for {readAs["encoding"]}, but another encoding would give words as well.";
        if (readAs.TryGetValue("sheets", out string? alike))
            yield return $"{alike} sheets have the same columns and are read one after another; "
                + "the column 'sheet' names the one of a row, and rows count on from sheet to sheet.";
        if (readAs.TryGetValue("other_sheets", out string? others))
            yield return $"The sheet '{readAs["sheet"]}' was read; other sheets left unread: {others}.";
    }

    public static IEnumerable<string> Notes(
        IReadOnlyList<ColumnDraft> columns,
        IReadOnlyList<SkipRule> totals,
        IReadOnlyList<string> unruled
    )
    {
        foreach (SkipRule rule in totals)
            yield return $"Rows with a word for a total in '{rule.Column}' are passed over.";
        foreach (string column in unruled)
            yield return $"Rows with a word for a total in '{column}' are not passed over: its name may be somebody's and is not kept. "
                + "Name the column otherwise, or take these rows out.";
        foreach (ColumnDraft year in columns.Where(c => c.Aside == "_fiscal_year"))
            yield return $"'{year.Shown}' is a fiscal year: it dates a row only with a month, and where the format says in which month it begins.";
        foreach (ColumnDraft date in columns.Where(c => c.Field is "seizure_date" or "reported_date" && c.Signs.Days > 0.3))
        {
            if (date.Signs.HasTwoOrders)
                yield return $"'{date.Shown}' holds dates with the day first and dates with the month first; "
                    + "each that could be both is read day first, with an issue.";
            else if (
                date.Signs.Order == DateOrder.Undecided
                && (date.Signs.ShortDates > 0.3 || date.Signs.Values.Any(v => DateText.IsTwoNumbers(v.Text)))
            )
                yield return $"'{date.Shown}' does not tell whether day or month comes first; its dates are read day first, with an issue.";
        }
    }
}
