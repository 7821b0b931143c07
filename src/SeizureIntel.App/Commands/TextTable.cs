using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace SeizureIntel.App.Commands;

/// <summary>Rows under aligned headings; columns whose name begins with <c>&gt;</c> stand to the right.</summary>
internal sealed class TextTable(params string[] headings)
{
    private const int WidestCell = 60;

    private readonly List<string[]> _rows = [];

    public TextTable Add(params string[] cells)
    {
        if (cells.Length != headings.Length)
            throw new ArgumentException($"{cells.Length} cells; expected {headings.Length}.", nameof(cells));
        _rows.Add([.. cells.Select(Fit)]);
        return this;
    }

    public void Write(TextWriter output)
    {
        bool[] right = [.. headings.Select(h => h.StartsWith('>'))];
        string[] names = [.. headings.Select(h => h.TrimStart('>'))];
        int[] widths = [.. names.Select((n, i) => Math.Max(n.Length, _rows.Count == 0 ? 0 : _rows.Max(r => r[i].Length)))];
        output.WriteLine(Line(names, widths, right));
        foreach (string[] row in _rows)
            output.WriteLine(Line(row, widths, right));
    }

    private static string Line(string[] cells, int[] widths, bool[] right) =>
        string.Join("  ", cells.Select((c, i) => right[i] ? c.PadLeft(widths[i]) : c.PadRight(widths[i]))).TrimEnd();

    private static string Fit(string cell) => cell.Length <= WidestCell ? cell : cell[..(WidestCell - 1)] + "…";
}
