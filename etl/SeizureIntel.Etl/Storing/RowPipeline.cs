using System.Collections.Generic;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Etl.Quality;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Storing;

/// <summary>Takes single rows through screening, archive, mapping, normalisation and the rules that reject.</summary>
internal sealed class RowPipeline(SourceMap map, RowNormaliser normaliser, AmountSurvey amounts, ArchiveEntry? archive, LoadTally tally)
{
    private readonly DuplicateFinder _duplicates = new();

    public int ExactDuplicates => _duplicates.Count;

    /// <summary>Raises what concerns whole columns, on the header's row.</summary>
    public void DescribeColumns(List<Issue> issues)
    {
        foreach (int column in map.UnknownColumns) issues.Add(new Issue(1, map.Columns[column], IssueCode.UnknownColumn, null));
    }

    /// <summary>The row where it is accepted; null where it is rejected or no record.</summary>
    public AcceptedRow? Read(RawRow row, List<Rejection> rejections, List<Issue> issues)
    {
        if (RejectionRules.CellCount(row.Number, row.Cells.Count, map.Columns.Count) is { } misfit) return Reject(misfit, rejections);
        if (map.IsNoRecord(row.Cells))
        {
            tally.RowsSkipped++;
            return null;
        }

        bool isDuplicate = _duplicates.IsRepeat(row.Cells);
        archive?.Append(new ArchivedRow(row.Number, row.Cells));
        SeizureDraft draft = normaliser.Read(row.Number, row.Cells, null);
        if (RejectionRules.Find(draft) is { } rejection) return Reject(rejection, rejections);
        issues.AddRange(draft.Issues);
        if (row.HasFormula) issues.Add(new Issue(row.Number, "row", IssueCode.FormulaCell, null));
        tally.RowsAccepted++;
        bool isBeyondFence = draft.Items[0].Fields[Slots.Quantity]?.Number is { } amount && amounts.IsBeyondFence(row.Cells, amount);
        return new AcceptedRow(draft, isDuplicate, isBeyondFence);
    }

    private AcceptedRow? Reject(Rejection rejection, List<Rejection> rejections)
    {
        tally.RowsRejected++;
        rejections.Add(rejection);
        return null;
    }
}
