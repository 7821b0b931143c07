using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Counting;

/// <summary>A table as an audience may see it: small counts as their bound, and as many others held back as it takes not to compute them.</summary>
internal static class TableDisclosure
{
    /// <summary>Stands for a number that is held back, so that it is not taken for missing or zero.</summary>
    public const string Held = "×";

    // What a model expects is no count of events.
    private static readonly string[] Expected = ["baseline", "low", "high"];

    // Steps of a two-way table: exact cells could be had from totals by row and by column that stand elsewhere.
    private static readonly int[] Bands = [5, 10, 25, 50, 100, 250, 500, 1000];

    /// <summary>The table under the rule.</summary>
    public static FigureTable Apply(FigureTable table, int below)
    {
        Known known = DisclosureRule.Bounded(table.Known, below);
        table = table with { Rows = [.. table.Rows.Select(r => Bounded(r, below))] };
        List<Phrase> notes = [.. table.Notes.Select(n => CountsInText.Bounded(n, below))];
        if (IsTwoWay(table))
            return table with
            {
                Known = known,
                Notes = notes,
                Rows = [.. table.Rows.Select(r => new TableRow([.. r.Cells.Select(c => Band(c, below))], null))],
            };
        TableRow[] rows = AddsUp(table) ? Partition(table, below) : [.. table.Rows.Select(r => Alone(table, r, below))];
        if (rows.SequenceEqual(table.Rows))
            return table with { Known = known, Notes = notes };
        return table with
        {
            Known = known,
            Rows = InOrderOfKeys(table, rows),
            Notes = [.. notes, $"<{below}: one to {below - 1}. {Held}: held back, so that a small count cannot be computed."],
        };
    }

    private static TableRow Bounded(TableRow row, int below) =>
        row.Cells.Any(c => c is Phrase)
            ? row with
            {
                Cells = [.. row.Cells.Select(c => c is Phrase p ? CountsInText.Bounded(p, below) : c)],
            }
            : row;

    // Rows that follow one another by their counts tell which hidden count is the larger: those hidden alike go by their names.
    private static TableRow[] InOrderOfKeys(FigureTable table, TableRow[] rows)
    {
        int[] keys = [.. Enumerable.Range(0, table.Columns.Count).Where(i => table.Columns[i].Unit is null)];
        int[] numbers = [.. Enumerable.Range(0, table.Columns.Count).Except(keys)];
        int from = 0;
        while (from < rows.Length)
        {
            string marks = Marks(rows[from]);
            int to = from + 1;
            while (to < rows.Length && marks.Length > 0 && Marks(rows[to]) == marks)
                to++;
            rows.AsSpan(from, to - from).Sort((a, b) => string.CompareOrdinal(Key(a), Key(b)));
            from = to;
        }

        return rows;

        string Marks(TableRow row) => string.Concat(numbers.Select(i => row.Cells[i] as string));
        string Key(TableRow row) => string.Join('|', keys.Select(i => row.Cells[i]));
    }

    /// <summary>A row whose numbers are all held back.</summary>
    public static TableRow HeldRow(FigureTable table, TableRow row) =>
        new([.. row.Cells.Select((cell, i) => Number(cell) is { } n && n != 0 && table.Columns[i].Unit is not null ? Held : cell)], null);

    /// <summary>The number of a cell; null for words, codes and what is held back.</summary>
    public static double? Number(object? cell) =>
        cell switch
        {
            int count => count,
            double number => number,
            _ => null,
        };

    private static bool IsTwoWay(FigureTable table) =>
        table.Columns.Count == 3 && table.Columns[2].Unit is "seizures" && table.Columns.Take(2).All(c => c.Unit is null);

    // Rows of a partition sum to a total that stands elsewhere; measures side by side do not.
    private static bool AddsUp(FigureTable table) => !table.Columns.Any(c => c.Name is "value" or "of");

    // The tables of one heading (monthly/H01) rest on more records than theirs, or on overlapping ones.
    private static bool HasRest(FigureTable table) => !table.Id.Contains('/', StringComparison.Ordinal);

    private static object? Band(object? cell, int below)
    {
        if (Number(cell) is not { } count || count == 0)
            return cell;
        if (DisclosureRule.IsSmall(count, below))
            return Bound(below);
        int from = Bands.Where(b => b >= below).Prepend(below).Last(b => b <= count);
        int at = Array.IndexOf(Bands, from);
        return at < 0 || at + 1 == Bands.Length
            ? from.ToString("#,0", CultureInfo.InvariantCulture) + "+"
            : string.Create(CultureInfo.InvariantCulture, $"{from}–{Bands[at + 1] - 1}");
    }

    // Measures: each row stands for itself.
    private static TableRow Alone(FigureTable table, TableRow row, int below)
    {
        int unit = At(table, "unit"),
            of = At(table, "of");
        int part = Math.Max(At(table, "known"), At(table, "n"));
        string? rowUnit = unit < 0 ? null : row.Cells[unit] as string;
        double? whole = of < 0 ? null : Number(row.Cells[of]),
            known = part < 0 ? null : Number(row.Cells[part]);
        bool leavesFew = whole is { } w && known is { } k && DisclosureRule.IsSmall(w - k, below);
        bool isFew = (known is { } few && DisclosureRule.IsSmall(few, below)) || (whole is { } all && DisclosureRule.IsSmall(all, below));
        object? Cell(object? cell, int i)
        {
            TableColumn column = table.Columns[i];
            bool isChange = column.Name.StartsWith("change_", StringComparison.Ordinal);
            if (Number(cell) is not { } number || (number == 0 && !isChange) || column.Unit is null)
                return cell;
            string own = column.Name is "value" or "previous" && rowUnit is not null ? rowUnit : column.Unit;
            if (DisclosureRule.IsCount(own))
                return DisclosureRule.IsSmall(number, below) ? Bound(below)
                    : i == part && leavesFew ? ">" + (whole!.Value - below).ToString("#,0", CultureInfo.InvariantCulture)
                    : whole is { } total && i != of && DisclosureRule.IsSmall(total - number, below) ? Held
                    : cell;
            if (own == "share" && column.Name is "value" or "share")
                return leavesFew || isFew || (column.Name == "value" && known is { } n && DisclosureRule.IsSmallShare(number, n, below))
                    ? Held
                    : cell;
            // A change against a count that is not told would give it back.
            if (isChange)
                return HasSmallCount(table, row, rowUnit, below) ? null : cell;
            return isFew && own != "reporters" ? Held : cell;
        }

        object?[] cells = [.. row.Cells.Select(Cell)];
        bool hidesEvidence = row.Evidence is { } evidence && (DisclosureRule.IsSmall(evidence.Count, below) || leavesFew || isFew);
        return cells.SequenceEqual(row.Cells) && !hidesEvidence ? row : new TableRow(cells, hidesEvidence ? null : row.Evidence);
    }

    private static bool HasSmallCount(FigureTable table, TableRow row, string? rowUnit, int below) =>
        table
            .Columns.Select((c, i) => (c, i))
            .Any(c =>
                c.c.Name is "value" or "previous"
                && DisclosureRule.IsCount(rowUnit ?? c.c.Unit)
                && Number(row.Cells[c.i]) is { } n
                && DisclosureRule.IsSmall(n, below)
            );

    private static TableRow[] Partition(FigureTable table, int below)
    {
        int[] counts =
        [
            .. Enumerable
                .Range(0, table.Columns.Count)
                .Where(i => DisclosureRule.IsCount(table.Columns[i].Unit) && !Expected.Contains(table.Columns[i].Name)),
        ];
        if (counts.Length == 0)
            return [.. table.Rows];
        // Seizures and cases of a row go together; the year before and the panel stand for themselves.
        int[] main = [.. counts.Where(i => table.Columns[i].Name is not ("previous_seizures" or "panel"))];
        HashSet<int> hidden = SecondarySuppression.Rows(table, main.Length == 0 ? counts : main, below, HasRest(table));
        int previous = At(table, "previous_seizures"),
            panel = At(table, "panel"),
            all = At(table, "all");
        HashSet<int> hiddenBefore = previous < 0 ? [] : SecondarySuppression.Rows(table, [previous], below, hasRest: false);
        var rows = new TableRow[table.Rows.Count];
        for (int r = 0; r < rows.Length; r++)
        {
            TableRow row = table.Rows[r];
            bool isHidden = hidden.Contains(r),
                isBefore = hiddenBefore.Contains(r);
            double? rest = panel >= 0 && all >= 0 ? Number(row.Cells[all]) - Number(row.Cells[panel]) : null;
            object?[] cells = [.. row.Cells];
            for (int i = 0; i < cells.Length; i++)
            {
                string name = table.Columns[i].Name;
                // A change of nothing tells as much as any other.
                bool isChange = name.StartsWith("change_", StringComparison.Ordinal);
                if (Number(cells[i]) is not { } number || (number == 0 && !isChange) || table.Columns[i].Unit is null)
                    continue;
                if (
                    i == previous ? isBefore
                    : i == panel ? isHidden || DisclosureRule.IsSmall(number, below)
                    : isHidden && main.Contains(i)
                )
                    cells[i] = DisclosureRule.IsSmall(number, below) ? Bound(below) : Held;
                else if (i == panel && rest is { } others && DisclosureRule.IsSmall(others, below))
                    cells[i] = Held;
                else if (isChange)
                    cells[i] = isHidden || isBefore ? null : cells[i];
                else if (isHidden && !Expected.Contains(name) && !counts.Contains(i))
                    cells[i] = Held;
            }

            rows[r] = cells.SequenceEqual(row.Cells) && !isHidden ? row : new TableRow(cells, isHidden ? null : row.Evidence);
        }

        return rows;
    }

    private static string Bound(int below) => "<" + below.ToString(CultureInfo.InvariantCulture);

    private static int At(FigureTable table, string name)
    {
        for (int i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i].Name == name)
                return i;
        }

        return -1;
    }
}
