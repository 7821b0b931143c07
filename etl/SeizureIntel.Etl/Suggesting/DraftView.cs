using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Sources;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>A suggestion as it reads once people have edited its draft.</summary>
public static class DraftView
{
    /// <summary>The suggestion with the draft's fields, constants and codes in place of its own.</summary>
    /// <param name="suggestion">What was understood of the file.</param>
    /// <param name="draft">The draft now.</param>
    public static SourceSuggestion Of(SourceSuggestion suggestion, SourceDescription draft)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        ArgumentNullException.ThrowIfNull(draft);
        Dictionary<string, MappedColumn> mapped = MappedColumn.Of(draft).ToDictionary(c => c.Name, StringComparer.Ordinal);
        ColumnSuggestion[] columns = [.. suggestion.Columns.Select(c => Column(c, mapped.GetValueOrDefault(c.Column)))];
        string[] missing = [.. EditedSource.Missing(draft)];
        SuggestionVerdict verdict =
            suggestion.Verdict == SuggestionVerdict.Aggregates ? suggestion.Verdict
            : missing.Contains("product") && suggestion.Verdict == SuggestionVerdict.NoSeizures ? suggestion.Verdict
            : missing.Any(m => m != "country") ? SuggestionVerdict.Incomplete
            : SuggestionVerdict.Complete;
        return suggestion with
        {
            Verdict = verdict,
            Message = verdict == SuggestionVerdict.Aggregates ? suggestion.Message : SuggestionMessages.Of(verdict, missing, null),
            Columns = columns,
            LookUps = [.. suggestion.LookUps.Where(l => IsOf(l, mapped)).Select(l => LookUp(l, mapped[l.Column]))],
            Constants = draft.Constants,
            Missing = missing,
            Source = draft,
        };
    }

    private static ColumnSuggestion Column(ColumnSuggestion column, MappedColumn? mapped)
    {
        if (mapped is null || column.State == ColumnState.Refused)
            return column;
        ColumnSuggestion now = column with { Formats = mapped.Formats };
        bool isByHand = mapped.Field != column.Field || mapped.Also != column.Also;
        if (!isByHand)
            return now;
        return now with
        {
            Field = mapped.Field,
            Also = mapped.Also,
            State =
                mapped.Field is not null ? ColumnState.Understood
                : column.State == ColumnState.Understood ? ColumnState.SetAside
                : column.State,
            Confidence = 1,
            Reason = Reasons.ByHand,
        };
    }

    private static bool IsOf(LookUpProposal proposal, Dictionary<string, MappedColumn> mapped) =>
        mapped.GetValueOrDefault(proposal.Column) is { } column && (column.Field == proposal.Field || column.Also == proposal.Field);

    // What is only proposed and was not taken into the draft is still a proposal.
    private static LookUpProposal LookUp(LookUpProposal proposal, MappedColumn column)
    {
        string key = SourceRecognition.Key(proposal.Value);
        string? code = column.Values.FirstOrDefault(v => SourceRecognition.Key(v.Key) == key).Value;
        if (code is null)
            return proposal.Confidence < DraftSource.LeastLookUp ? proposal : proposal with { Code = null, Confidence = 0 };
        return proposal with
        {
            Code = code,
            Confidence = code == proposal.Code ? Math.Max(proposal.Confidence, DraftSource.LeastLookUp) : 1,
        };
    }
}
