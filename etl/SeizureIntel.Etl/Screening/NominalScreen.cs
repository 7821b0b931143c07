using System;
using System.Collections.Generic;
using SeizureIntel.Etl.Intake;

namespace SeizureIntel.Etl.Screening;

/// <summary>Stands before anything is kept: drops columns that name persons, masks free text, empties or refuses the rest. Not safe for several
/// threads at once.</summary>
public sealed class NominalScreen
{
    /// <summary>The edition of the rules; stored beside what they let through, so that older rows can be screened again.</summary>
    public const string Version = "2028-02";

    private const int CachedCells = 8192;
    private const int LongestCachedCell = 200;
    private readonly ScreeningLists _lists;
    private readonly NarrativeMask _narratives;
    private readonly ColumnRole[] _roles;
    private readonly bool[] _isDropped;
    private readonly ValueMemory<Verdict?>[] _cache;
    private readonly Func<int, string, bool> _parses;
    private readonly NumberTokens? _tokens;
    private readonly bool[] _isOfShips;

    /// <summary>A screen for the files of one shape.</summary>
    /// <param name="lists">The words that give personal data away.</param>
    /// <param name="columns">The column names, left to right.</param>
    /// <param name="roles">What each column holds; same length and order.</param>
    /// <param name="parses">Whether a typed or coded cell (column position, text) is understood; such a cell passes unseen. Asked once for each
    /// different cell while it is remembered.</param>
    /// <param name="tokens">Makes tokens of the numbers of containers and vessels; null for none.</param>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public NominalScreen(
        ScreeningLists lists,
        IReadOnlyList<string> columns,
        IReadOnlyList<ColumnRole> roles,
        Func<int, string, bool> parses,
        NumberTokens? tokens = null
    )
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(parses);
        if (columns.Count != roles.Count)
            throw new ArgumentException("One role a column is needed.", nameof(roles));
        _lists = lists;
        _narratives = new NarrativeMask(lists);
        _parses = parses;
        _tokens = tokens;
        _roles = [.. roles];
        _isOfShips = new bool[columns.Count];
        _isDropped = new bool[columns.Count];
        _cache = new ValueMemory<Verdict?>[columns.Count + 1];
        bool isFrench = lists.HeaderWords.AreFrench(columns);
        var dropped = new List<DroppedColumn>();
        for (int i = 0; i < _cache.Length; i++)
        {
            _cache[i] = new ValueMemory<Verdict?>(CachedCells);
            if (i == columns.Count || lists.HeaderWords.KindOf(columns[i], roles[i], isFrench) is not { } kind)
                continue;
            _isDropped[i] = true;
            _isOfShips[i] = kind == NominalKind.VesselOrContainer && lists.HeaderWords.IsOfShips(columns[i]);
            dropped.Add(new DroppedColumn(i, kind));
        }

        DroppedColumns = dropped;
    }

    /// <summary>The columns whose headers name a person, a document or a conveyance; their cells come out empty.</summary>
    public IReadOnlyList<DroppedColumn> DroppedColumns { get; }

    /// <summary>Screens one row; cells beyond the header are screened like unmapped ones.</summary>
    /// <param name="row">The row as read.</param>
    /// <returns>The row as it may be kept, or its refusal without any cell.</returns>
    public ScreenedRow Screen(RawRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        IReadOnlyList<string> cells = row.Cells;
        string[]? screened = null;
        List<ScreenedCell>? actions = null;
        for (int i = 0; i < cells.Count; i++)
        {
            string cell = cells[i];
            if (cell.Length == 0)
                continue;
            if (i < _isDropped.Length && _isDropped[i])
            {
                (screened ??= [.. cells])[i] = string.Empty;
                continue;
            }

            if (Judge(i, cell) is not { } verdict)
                continue;
            if (verdict.Text is null)
                return new ScreenedRow(row.Number, [], [], new ScreenRefusal(i, verdict.Kinds[0]));
            (screened ??= [.. cells])[i] = verdict.Text;
            foreach (NominalKind kind in verdict.Kinds)
                (actions ??= []).Add(new ScreenedCell(i, kind, verdict.Action));
        }

        // Most rows pass as they are.
        return new ScreenedRow(row.Number, screened ?? cells, actions ?? (IReadOnlyList<ScreenedCell>)[], null)
        {
            Tokens = _tokens?.Of(cells, _isOfShips) ?? [],
        };
    }

    /// <summary>A cell of a row that is kept, as it may stay: where a new row would be refused, nothing of the cell does.</summary>
    internal string Kept(int column, string cell) =>
        column < _isDropped.Length && _isDropped[column] ? ""
        : Judge(column, cell) is { } verdict ? verdict.Text ?? ""
        : cell;

    // Null where the cell may stay as it is.
    private Verdict? Judge(int column, string cell)
    {
        if (cell.Length > LongestCachedCell)
            return JudgeAnew(column, cell);
        ValueMemory<Verdict?> cache = _cache[Math.Min(column, _cache.Length - 1)];
        if (cache.TryGet(cell, out Verdict? known))
            return known;
        Verdict? verdict = JudgeAnew(column, cell);
        cache.Set(cell, verdict);
        return verdict;
    }

    private Verdict? JudgeAnew(int column, string cell)
    {
        ColumnRole role = column < _roles.Length ? _roles[column] : ColumnRole.Unmapped;
        switch (role)
        {
            case ColumnRole.FreeText:
                MaskedText masked = _narratives.Mask(cell);
                return masked.Spans.Count == 0 ? null : new Verdict(masked.Text, Kinds(masked.Spans), ScreenAction.Masked);
            case ColumnRole.Place:
                return JudgePlace(cell);
            case ColumnRole.Typed or ColumnRole.Coded when _parses(column, cell):
                return null;
        }

        if (_lists.Brands.Contains(cell))
            return null;
        return _lists.Finder.Find(cell, isFreeText: false) is { } found ? Structured(cell, found) : null;
    }

    private Verdict? JudgePlace(string cell)
    {
        if (_lists.Finder.Find(cell, isFreeText: false) is not { } all)
            return null;
        var found = new List<MaskedSpan>();
        _lists.Finder.FindInPlace(cell, found);
        found.AddRange(
            all.FindAll(static s =>
                s.Kind
                    is NominalKind.Email
                        or NominalKind.Handle
                        or NominalKind.Address
                        or NominalKind.Url
                        or NominalKind.Ip
                        or NominalKind.Phone
                        or NominalKind.Iban
                        or NominalKind.CryptoAddress
            )
        );
        found = NominalFinder.Settled(found);
        if (found.Count == 0)
            return null;
        List<MaskedSpan> addresses = found.FindAll(static s => s.Kind == NominalKind.Address);
        if (addresses.Count == found.Count)
            return new Verdict(_lists.Finder.Town(cell, addresses), [NominalKind.Address], ScreenAction.Dropped);

        // Digits alone prove nothing here, but a number with a plus sign is nobody's town.
        found.RemoveAll(s => s.Kind == NominalKind.Phone && !cell.AsSpan(s.Start, s.Length).Contains('+'));
        return found.Count == 0 ? null : Structured(cell, found);
    }

    private static Verdict Structured(string cell, List<MaskedSpan> found)
    {
        foreach (MaskedSpan span in found)
        {
            if (Refuses(span.Kind))
                return new Verdict(null, [span.Kind], ScreenAction.Dropped);
        }

        string left = cell;
        for (int i = found.Count - 1; i >= 0; i--)
            left = left.Remove(found[i].Start, found[i].Length);
        left = left.Trim(' ', ',', ';', '-', '/', '(', ')', ':', '"');
        return new Verdict(left, Kinds(found), ScreenAction.Dropped);
    }

    // Domain rules, 1.8: direct person, person number, financial and officer data refuse the row.
    private static bool Refuses(NominalKind kind) =>
        kind
            is NominalKind.PersonName
                or NominalKind.Email
                or NominalKind.Handle
                or NominalKind.Phone
                or NominalKind.DateOfBirth
                or NominalKind.Passport
                or NominalKind.NationalId
                or NominalKind.Iban
                or NominalKind.CardNumber
                or NominalKind.CryptoAddress
                or NominalKind.Officer
                or NominalKind.SpecialCategory;

    private static List<NominalKind> Kinds(IReadOnlyList<MaskedSpan> spans)
    {
        var kinds = new List<NominalKind>();
        foreach (MaskedSpan span in spans)
            kinds.Add(span.Kind);
        return kinds;
    }

    /// <summary>What happens to a cell; no text means that its row is refused.</summary>
    private sealed record Verdict(string? Text, List<NominalKind> Kinds, ScreenAction Action);
}
