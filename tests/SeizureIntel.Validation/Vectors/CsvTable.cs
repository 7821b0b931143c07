using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace SeizureIntel.Validation.Vectors;

/// <summary>A small comma-separated table in memory: header, and rows of text cells.</summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> _positions;

    public CsvTable(string name, IReadOnlyList<string> columns, IReadOnlyList<string[]> rows)
    {
        Name = name;
        Columns = columns;
        Rows = rows;
        _positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Count; i++)
        {
            _positions.TryAdd(columns[i], i);
        }
    }

    /// <summary>The name in messages, usually the path below the vectors' folder.</summary>
    public string Name { get; }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>Reads a file; a name ending in .gz is unpacked. Without a header the columns are named 1, 2, ...</summary>
    public static CsvTable Read(string path, string name, bool hasHeader = true)
    {
        try
        {
            using var file = File.OpenRead(path);
            using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var reader = new StreamReader(content, Encoding.UTF8);
            var rows = new List<string[]>();
            while (ReadRecord(reader) is { } row)
            {
                // An empty line, as some writers leave at the end, is no row.
                if (row.Length > 1 || row[0].Length > 0)
                {
                    rows.Add(row);
                }
            }

            if (rows.Count == 0)
            {
                throw new VectorFormatException($"{name} is empty; expected at least one line.");
            }

            var columns = hasHeader
                ? rows[0]
                : [.. Enumerable.Range(1, rows[0].Length).Select(i => i.ToString(CultureInfo.InvariantCulture))];
            if (hasHeader)
            {
                rows.RemoveAt(0);
            }

            var odd = rows.FindIndex(r => r.Length != columns.Length);
            return odd < 0
                ? new CsvTable(name, columns, rows)
                : throw new VectorFormatException($"{name}, data row {odd + 1}: {rows[odd].Length} cells, expected {columns.Length}.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new VectorFormatException($"{name} cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Writes the table; a name ending in .gz is packed.</summary>
    public void Write(string path, bool hasHeader = true)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        using var writer = new StreamWriter(content, new UTF8Encoding(false)) { NewLine = "\n" };
        if (hasHeader)
        {
            writer.WriteLine(string.Join(',', Columns.Select(Quote)));
        }

        foreach (var row in Rows)
        {
            writer.WriteLine(string.Join(',', row.Select(Quote)));
        }
    }

    public bool Has(string column) => _positions.ContainsKey(column);

    /// <summary>Position of a column, from 0.</summary>
    public int Position(string column) =>
        _positions.TryGetValue(column, out var position)
            ? position
            : throw new VectorFormatException($"{Name}: column '{column}' is missing; the columns are {string.Join(", ", Columns)}.");

    public string Text(int row, string column) => Rows[row][Position(column)];

    public double Number(int row, string column) => ParseNumber(Rows[row][Position(column)], column, row);

    public int Integer(int row, string column)
    {
        var value = Number(row, column);
        return double.IsInteger(value) && Math.Abs(value) < int.MaxValue
            ? (int)value
            : throw new VectorFormatException(
                $"{Name}, data row {row + 1}, column '{column}': found '{Text(row, column)}', expected an integer."
            );
    }

    /// <summary>All numbers of a column, in the order of the rows; NA and empty cells are NaN.</summary>
    public double[] Numbers(string column)
    {
        var position = Position(column);
        var values = new double[Rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ParseNumber(Rows[i][position], column, i);
        }

        return values;
    }

    public string[] Texts(string column)
    {
        var position = Position(column);
        return [.. Rows.Select(r => r[position])];
    }

    /// <summary>Row numbers by the text of some columns, in the order of first appearance.</summary>
    public IReadOnlyList<KeyValuePair<string, List<int>>> Groups(params string[] columns)
    {
        var positions = columns.Select(Position).ToArray();
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var order = new List<KeyValuePair<string, List<int>>>();
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = Rows[i];
            var key = positions.Length == 1 ? row[positions[0]] : string.Join('\u001f', positions.Select(p => row[p]));
            if (!places.TryGetValue(key, out var members))
            {
                places[key] = members = [];
                order.Add(new(key, members));
            }

            members.Add(i);
        }

        return order;
    }

    /// <summary>Series of a long table by their key: for each, the values of one column in the order of the rows.</summary>
    public Dictionary<string, double[]> SeriesBy(string key, string column)
    {
        var values = Numbers(column);
        return Groups(key).ToDictionary(g => g.Key, g => g.Value.Select(i => values[i]).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>NA for a value that is not there, Inf and -Inf, else the shortest text that gives the same number.</summary>
    public static string Format(double value) =>
        double.IsNaN(value) ? "NA"
        : double.IsPositiveInfinity(value) ? "Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Whether a cell says that there is no value.</summary>
    public static bool IsAbsent(string cell) => cell.Length == 0 || cell is "NA" or "NaN";

    public static bool TryParse(string cell, out double value)
    {
        switch (cell)
        {
            case "" or "NA" or "NaN":
                value = double.NaN;
                return true;
            case "Inf":
                value = double.PositiveInfinity;
                return true;
            case "-Inf":
                value = double.NegativeInfinity;
                return true;
            case "TRUE":
                value = 1;
                return true;
            case "FALSE":
                value = 0;
                return true;
            default:
                return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        }
    }

    private double ParseNumber(string cell, string column, int row) =>
        TryParse(cell, out var value)
            ? value
            : throw new VectorFormatException($"{Name}, data row {row + 1}, column '{column}': found '{cell}', expected a number.");

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string[]? ReadRecord(StreamReader reader)
    {
        var line = reader.ReadLine();
        if (line is null)
        {
            return null;
        }

        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return line.Split(',');
        }

        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; ; i++)
        {
            if (i >= line.Length)
            {
                if (quoted && reader.ReadLine() is { } next)
                {
                    cell.Append('\n');
                    line = next;
                    i = -1;
                    continue;
                }

                cells.Add(cell.ToString());
                return [.. cells];
            }

            var c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }
    }
}
