using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Fields;

namespace SeizureIntel.Etl.Mapping;

/// <summary>A source's description laid over the columns of one file.</summary>
internal sealed class SourceMap
{
    private readonly string[] _separators;
    private readonly int _leading;
    private readonly (int Column, HashSet<string> Equal)[] _skip;

    public SourceMap(SourceDescription source, ScreeningLists screening, IReadOnlyList<string> columns)
    {
        Source = source;
        Columns = columns;
        Names = NameMask.OfColumns(screening, columns);
        _separators = [.. source.Format.Separators];
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < columns.Count; i++)
            positions.TryAdd(SourceRecognition.Key(columns[i]), i);

        var roles = Enumerable.Repeat(ColumnRole.Unmapped, columns.Count).ToArray();
        var fields = new List<MappedField>();
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (SourceColumn column in source.Columns)
        {
            int at = column.Names.Select(n => positions.GetValueOrDefault(SourceRecognition.Key(n), -1)).FirstOrDefault(p => p >= 0, -1);
            if (at < 0)
                continue;
            foreach (string name in column.Names)
                named.TryAdd(name, at);
            roles[at] = Stricter(roles[at], column.Role);
            if (column.Field is not null)
                fields.Add(FieldOf(column, at, source.Format.FiscalYearStart));
        }

        foreach (CombinedColumn combined in source.Combined)
        {
            int[] cells = [.. combined.Columns.Where(named.ContainsKey).Select(c => named[c])];
            if (cells.Length == 0)
                continue;
            fields.Add(
                new MappedField
                {
                    Slot = Slots.Of(combined.Field),
                    Cells = cells,
                    Join = combined.Join,
                    UntilBlank = combined.UntilBlank,
                    FiscalYearStart = source.Format.FiscalYearStart,
                    Values = Keyed(combined.Values),
                }
            );
        }

        Fields = fields;
        Roles = roles;
        UnknownColumns = [.. Enumerable.Range(0, columns.Count).Where(i => roles[i] == ColumnRole.Unmapped)];
        ItemColumns = [.. source.ItemColumns.Concat(source.ItemDetails).Where(named.ContainsKey).Select(c => named[c])];
        _leading = source.ItemColumns.Count(named.ContainsKey);
        _skip =
        [
            .. source
                .SkipRows.Where(r => named.ContainsKey(r.Column))
                .Select(r => (named[r.Column], r.Equal.Select(e => e.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase))),
        ];
        foreach (int column in ItemColumns)
        {
            if (fields.Exists(f => f.Cells.Contains(column) && Slots.Field(f.Slot).Kind == FieldKind.Number))
                AmountColumns.Add(column);
        }
    }

    public SourceDescription Source { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>The column names as they may be shown and kept.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The template fields the file feeds; one may stand twice.</summary>
    public IReadOnlyList<MappedField> Fields { get; }

    /// <summary>How each column is screened.</summary>
    public IReadOnlyList<ColumnRole> Roles { get; }

    /// <summary>Positions of columns that the description does not know.</summary>
    public IReadOnlyList<int> UnknownColumns { get; }

    /// <summary>Positions of columns whose cells hold one value an item; those that tell the number of items first.</summary>
    public IReadOnlyList<int> ItemColumns { get; }

    private HashSet<int> AmountColumns { get; } = [];

    /// <summary>The template field that a column feeds; the column's name where it feeds none.</summary>
    public string FieldOf(int column)
    {
        foreach (MappedField field in Fields)
        {
            if (Array.IndexOf(field.Cells, column) >= 0)
                return field.Name;
        }

        return Names[column];
    }

    /// <summary>True for a total row and its kin.</summary>
    public bool IsNoRecord(IReadOnlyList<string> cells)
    {
        foreach ((int column, HashSet<string> equal) in _skip)
        {
            if (column < cells.Count && equal.Contains(cells[column].Trim()))
                return true;
        }

        return false;
    }

    /// <summary>The row as one row an item: cells that hold several values side by side are taken apart.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="unpaired">Positions of cells whose values do not pair up with the others; cleared first.</param>
    public IReadOnlyList<IReadOnlyList<string>> Items(IReadOnlyList<string> cells, List<int> unpaired)
    {
        unpaired.Clear();
        if (ItemColumns.Count == 0)
            return [cells];
        var parts = new string[ItemColumns.Count][];
        int items = 1;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = MultiValue.Split(cells[ItemColumns[i]], _separators);
            if (i < _leading)
                items = Math.Max(items, parts[i].Length);
        }

        var rows = new string[items][];
        for (int item = 0; item < items; item++)
            rows[item] = [.. cells];
        for (int i = 0; i < parts.Length; i++)
        {
            int column = ItemColumns[i];
            if (items == 1 && parts[i].Length > 1)
                parts[i] = [MultiValue.Unwrapped(cells[column])];
            // A word may hold for all items alike (one unit, one form); an amount may not: it would count several times.
            bool isShared = parts[i].Length == 1 && (items == 1 || !AmountColumns.Contains(column));
            if (parts[i].Length != items && !isShared && cells[column].Trim().Length > 0)
                unpaired.Add(column);
            for (int item = 0; item < items; item++)
            {
                rows[item][column] =
                    isShared ? parts[i][0]
                    : parts[i].Length == 1 ? ""
                    : item < parts[i].Length ? parts[i][item]
                    : "";
            }
        }

        return rows;
    }

    private static MappedField FieldOf(SourceColumn column, int at, int? fiscalYearStart) =>
        new()
        {
            Slot = Slots.Of(column.Field!),
            Cells = [at],
            PlaceThenCountry = column.PlaceThenCountry,
            Formats = column.Formats,
            FiscalYearStart = fiscalYearStart,
            Values = Keyed(column.Values),
        };

    private static Dictionary<string, ValueTarget> Keyed(IReadOnlyDictionary<string, ValueTarget> values)
    {
        var keyed = new Dictionary<string, ValueTarget>(StringComparer.Ordinal);
        foreach ((string value, ValueTarget target) in values)
            keyed[SourceRecognition.Key(value)] = target;
        return keyed;
    }

    // A column that feeds two fields is screened by the stricter of their roles.
    private static ColumnRole Stricter(ColumnRole a, ColumnRole b) =>
        a == ColumnRole.Unmapped ? b
        : a == ColumnRole.FreeText || b == ColumnRole.FreeText ? ColumnRole.FreeText
        : a == ColumnRole.Place || b == ColumnRole.Place ? ColumnRole.Place
        : a;
}
