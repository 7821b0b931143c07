using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Etl.Quality;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Storing;

/// <summary>Takes single rows through screening, archive, mapping, normalisation and the rules that reject.</summary>
internal sealed class RowPipeline
{
    private readonly SourceMap _map;
    private readonly RowNormaliser _normaliser;
    private readonly AmountSurvey _amounts;
    private readonly ArchiveEntry? _archive;
    private readonly LoadTally _tally;
    private readonly NominalScreen _screen;
    private readonly DuplicateFinder _duplicates = new();
    private readonly int[] _serialColumns;
    private readonly HashSet<int> _touched = [];

    public RowPipeline(
        SourceMap map,
        ScreeningLists screening,
        RowNormaliser normaliser,
        AmountSurvey amounts,
        ArchiveEntry? archive,
        LoadTally tally
    )
    {
        _map = map;
        _normaliser = normaliser;
        _amounts = amounts;
        _archive = archive;
        _tally = tally;
        _screen = new NominalScreen(screening, map.Columns, map.Roles, normaliser.Parses);
        _serialColumns = [.. map.Fields.Where(f => f.Name == "serial_numbers").Select(f => f.Cells[0])];
    }

    public int ExactDuplicates => _duplicates.Count;

    /// <summary>Raises what concerns whole columns, on the header's row.</summary>
    public void DescribeColumns(List<Issue> issues)
    {
        foreach (DroppedColumn dropped in _screen.DroppedColumns)
            issues.Add(new Issue(1, _map.FieldOf(dropped.Column), IssueCode.DroppedColumn, null));
        foreach (int column in _map.UnknownColumns.Except(_screen.DroppedColumns.Select(d => d.Column)))
            issues.Add(new Issue(1, _map.Names[column], IssueCode.UnknownColumn, null));
    }

    /// <summary>The row where it is accepted; null where it is rejected or no record.</summary>
    public AcceptedRow? Read(RawRow row, List<Rejection> rejections, List<Issue> issues)
    {
        if (RejectionRules.CellCount(row.Number, row.Cells.Count, _map.Columns.Count) is { } misfit)
            return Reject(misfit, rejections);
        if (_map.IsNoRecord(row.Cells))
        {
            _tally.RowsSkipped++;
            return null;
        }

        bool isDuplicate = _duplicates.IsRepeat(row.Cells);
        ScreenedRow screened = _screen.Screen(_serialColumns.Length == 0 ? row : WithoutSerialNumbers(row));
        if (screened.Refusal is { } refusal)
            return Reject(Refused(row.Number, refusal), rejections);
        _archive?.Append(new ArchivedRow(row.Number, screened.Cells));

        _touched.Clear();
        foreach (ScreenedCell action in screened.Actions)
            _touched.Add(action.Column);
        _tally.ValuesMasked += screened.Actions.Count;
        SeizureDraft draft = _normaliser.Read(row.Number, screened.Cells, _touched.Count == 0 ? null : _touched);
        if (RejectionRules.Find(draft) is { } rejection)
            return Reject(rejection, rejections);
        foreach (ScreenedCell action in screened.Actions)
            issues.Add(
                new Issue(
                    row.Number,
                    _map.FieldOf(action.Column),
                    action.Action == ScreenAction.Masked ? IssueCode.Masked : IssueCode.Dropped,
                    null
                )
            );
        foreach (int column in row.FormulaColumns)
            issues.Add(new Issue(row.Number, _map.FieldOf(column), IssueCode.FormulaCell, null));
        issues.AddRange(draft.Issues);
        _tally.RowsAccepted++;
        bool isBeyondFence = draft.Items[0].Fields[Slots.Quantity]?.Number is { } amount && _amounts.IsBeyondFence(row.Cells, amount);
        return new AcceptedRow(draft, isDuplicate, isBeyondFence);
    }

    private RawRow WithoutSerialNumbers(RawRow row)
    {
        string[] cells = [.. row.Cells];
        foreach (int column in _serialColumns)
            cells[column] = SerialNumberCell.Counted(cells[column], [.. _map.Source.Format.Separators]);
        return row with { Cells = cells };
    }

    private Rejection Refused(int row, ScreenRefusal refusal) =>
        new(
            row,
            _map.FieldOf(refusal.Column),
            RejectionCode.NominalCell,
            $"The cell holds personal data ({KindText.Of(refusal.Kind)}), which must not be sent; empty the cell and send the row again."
        );

    private AcceptedRow? Reject(Rejection rejection, List<Rejection> rejections)
    {
        _tally.RowsRejected++;
        rejections.Add(rejection);
        return null;
    }
}
