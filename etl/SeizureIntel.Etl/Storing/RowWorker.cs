using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Etl.Quality;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Storing;

/// <summary>Takes blocks of rows through screening, archive form, mapping, normalisation and the rules that reject, and makes the cases that stand in
/// one row. Each worker has its own; what it answers for a block depends on the block and the survey alone.</summary>
internal sealed class RowWorker
{
    private readonly SourceMap _map;
    private readonly RowNormaliser _normaliser;
    private readonly FileSurvey _survey;
    private readonly CaseBuilder _cases;
    private readonly ArchiveEntry? _archive;
    private readonly bool _carriesOrigins;
    private readonly SerialHash? _serials;
    private readonly string[] _blank;
    private readonly NominalScreen _screen;
    private readonly int[] _serialColumns;
    private readonly string[] _separators;
    private readonly CodeList? _nonValues;
    private readonly HashSet<int> _touched = [];

    public RowWorker(
        SourceMap map,
        CodeListSet lists,
        ScreeningLists screening,
        RowNormaliser normaliser,
        FileSurvey survey,
        CaseBuilder cases,
        ArchiveEntry? archive,
        bool carriesOrigins,
        SerialHash? serials,
        NumberTokens? tokens
    )
    {
        _map = map;
        _normaliser = normaliser;
        _survey = survey;
        _cases = cases;
        _archive = archive;
        _carriesOrigins = carriesOrigins;
        _serials = serials;
        _blank = [.. map.Columns.Select(_ => "")];
        _screen = new NominalScreen(screening, map.Columns, map.Roles, normaliser.Parses, tokens);
        _serialColumns = [.. map.Fields.Where(f => f.Name == "serial_numbers").SelectMany(f => f.Cells).Distinct()];
        _separators = [.. map.Source.Format.Separators];
        _nonValues = Lists.Find(lists, "non_values");
    }

    /// <summary>Raises what concerns whole columns, on the header's row.</summary>
    public void DescribeColumns(List<Issue> issues)
    {
        foreach (DroppedColumn dropped in _screen.DroppedColumns)
            issues.Add(new Issue(1, _map.FieldOf(dropped.Column), IssueCode.DroppedColumn, null));
        foreach (int column in _map.UnknownColumns.Except(_screen.DroppedColumns.Select(d => d.Column)))
            issues.Add(new Issue(1, _map.Names[column], IssueCode.UnknownColumn, null));
    }

    /// <summary>What becomes of the rows of a block.</summary>
    public ReadBlock Read(RowBlock block)
    {
        var read = new ReadBlock { RowsRead = block.First + block.Rows.Count };
        List<ArchivedRow>? archived = _archive is null ? null : new List<ArchivedRow>(block.Rows.Count);
        for (int i = 0; i < block.Rows.Count; i++)
            Read(block.Rows[i], block.First + i, read, archived);
        if (archived is not null)
            read.Archived = _archive!.Pack(archived);
        return read;
    }

    private void Read(RawRow row, int place, ReadBlock read, List<ArchivedRow>? archived)
    {
        if (RejectionRules.CellCount(row.Number, row.Cells.Count, _map.Columns.Count) is { } misfit)
        {
            read.Rejections.Add(misfit);
            ArchiveOrigin(row, archived);
            return;
        }

        if (_map.IsNoRecord(row.Cells))
        {
            read.RowsSkipped++;
            return;
        }

        ScreenedRow screened = _screen.Screen(WithoutSerialNumbers(row));
        if (screened.Refusal is { } refusal)
        {
            read.Rejections.Add(Refused(row.Number, refusal));
            ArchiveOrigin(row, archived);
            return;
        }

        archived?.Add(
            new ArchivedRow(
                row.Number,
                _carriesOrigins ? RefusedColumns.With(screened.Cells, _survey.Mended.OriginOf(row.Number)) : screened.Cells
            )
        );
        _touched.Clear();
        foreach (ScreenedCell action in screened.Actions)
            _touched.Add(action.Column);
        read.ValuesMasked += screened.Actions.Count;
        SeizureDraft draft = _normaliser.Read(row.Number, screened.Cells, _touched.Count == 0 ? null : _touched);
        // Of several items it is not known whose number it is.
        if (draft.Items.Count == 1)
            draft.Items[0].SerialHashes = HashesOf(row);
        if (RejectionRules.Find(draft) is { } rejection)
        {
            read.Rejections.Add(rejection);
            return;
        }

        foreach (ScreenedCell action in screened.Actions)
            read.Issues.Add(
                new Issue(
                    row.Number,
                    _map.FieldOf(action.Column),
                    action.Action == ScreenAction.Masked ? IssueCode.Masked : IssueCode.Dropped,
                    null
                )
            );
        foreach (int column in row.FormulaColumns)
            read.Issues.Add(new Issue(row.Number, _map.FieldOf(column), IssueCode.FormulaCell, null));
        read.Issues.AddRange(draft.Issues);
        if (row.Origin is not null)
            read.Issues.Add(
                new Issue(row.Number, "row", _survey.Mended.Contains(row.Number) ? IssueCode.MendedRow : IssueCode.UnknownOrigin, null)
            );
        read.RowsAccepted++;
        bool isBeyondFence =
            draft.Items[0].Fields[Slots.Quantity]?.Number is { } amount && _survey.Amounts.IsBeyondFence(row.Cells, amount);
        Assign(new AcceptedRow(draft, _survey.Repeats.Contains(place), isBeyondFence) { Tokens = screened.Tokens }, read);
    }

    // Of a row that may not be kept, or cannot, its origin is: mended again it is still the same row.
    private void ArchiveOrigin(RawRow row, List<ArchivedRow>? archived)
    {
        if (_survey.Mended.OriginOf(row.Number) is { } origin)
            archived?.Add(new ArchivedRow(row.Number, RefusedColumns.With(_blank, origin)));
    }

    // A case of several rows waits for the others, which any worker may have.
    private void Assign(AcceptedRow row, ReadBlock read)
    {
        (string Country, string Reference)? key = row.Key;
        if (key is { } waits && _survey.References.RowsOf(waits.Country, waits.Reference) > 1)
        {
            read.Waiting.Add(new WaitingRow(row, read.Cases.Count, read.Issues.Count));
            return;
        }

        read.Cases.Add(_cases.Build([row], key?.Reference, key is { } one && _survey.Used.Contains(one), read.Issues));
        _normaliser.Reuse(row.Draft);
    }

    private IReadOnlyList<string> HashesOf(RawRow row)
    {
        if (_serials?.Key is null || _serialColumns.Length == 0)
            return [];
        return
        [
            .. _serialColumns
                .SelectMany(c => SerialNumberCell.Numbers(row.Cells[c], _separators, _nonValues))
                .Select(_serials.Of)
                .OfType<string>()
                .Distinct(),
        ];
    }

    private RawRow WithoutSerialNumbers(RawRow row)
    {
        if (!HasSerialNumbers(row.Cells))
            return row;
        string[] cells = [.. row.Cells];
        foreach (int column in _serialColumns)
            cells[column] = SerialNumberCell.Counted(cells[column], _separators, _nonValues);
        return row with { Cells = cells };
    }

    private bool HasSerialNumbers(IReadOnlyList<string> cells)
    {
        foreach (int column in _serialColumns)
        {
            if (cells[column].Length > 0)
                return true;
        }

        return false;
    }

    private Rejection Refused(int row, ScreenRefusal refusal) =>
        new(
            row,
            _map.FieldOf(refusal.Column),
            RejectionCode.NominalCell,
            $"The cell holds personal data ({KindText.Of(refusal.Kind)}), which must not be sent; empty the cell and send the row again."
        );
}
