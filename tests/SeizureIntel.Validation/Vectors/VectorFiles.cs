using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SeizureIntel.Validation.Vectors;

/// <summary>Reads reference files, compares our answers with them and, if asked, writes the answers under the same relative path.</summary>
internal sealed class VectorFiles(string root, string? outFolder, Action<VectorReport> report)
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads a table; the plain file or the same name with .gz.</summary>
    public CsvTable Table(string file, bool hasHeader = true)
    {
        var found = Find(file);
        return CsvTable.Read(Path.Combine(root, found), found, hasHeader);
    }

    /// <summary>Reads a JSON document.</summary>
    public JsonNode Json(string file)
    {
        var found = Find(file);
        try
        {
            return JsonNode.Parse(File.ReadAllText(Path.Combine(root, found)))
                ?? throw new VectorFormatException($"{found} is null; expected an object or a list.");
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new VectorFormatException($"{found} cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Reads a text file as lines.</summary>
    public IReadOnlyList<string> Lines(string file) => File.ReadAllLines(Path.Combine(root, Find(file)));

    /// <summary>Relative paths of the files of a folder that fit a pattern, in ordinal order; at least one, else the folder fails.</summary>
    public IReadOnlyList<string> Matching(string folder, string pattern)
    {
        var place = Path.Combine(root, folder);
        var files = Directory.Exists(place)
            ? Directory.GetFiles(place, pattern).Select(f => folder + "/" + Path.GetFileName(f)).Order(StringComparer.Ordinal).ToList()
            : throw new VectorFormatException($"{folder}: the folder is missing.");
        return files.Count > 0 ? files : throw new VectorFormatException($"{folder}/{pattern}: no such file.");
    }

    /// <summary>Runs the check of one file or of files that belong together; what cannot be read is a failure with its reason, and the checks after
    /// it still run.</summary>
    public void Attempt(string file, Action check)
    {
        try
        {
            check();
        }
        catch (Exception problem) when (IsUnreadable(problem))
        {
            report(new VectorReport(file, 0, double.PositiveInfinity, 0, false, problem.Message));
        }
    }

    /// <summary>Compares the columns of our table with its reference, row by row, and writes it.</summary>
    public void Compare(TableAnswer answer, params ComparedColumn[] columns)
    {
        var ours = answer.ToTable();
        var reference = answer.Reference;
        Write(ours);
        var comparison = new Comparison(reference.Name);
        foreach (var column in columns)
        {
            if (!reference.Has(column.Name))
            {
                comparison.Fail($"column '{column.Name}' is missing");
                continue;
            }

            var position = reference.Position(column.Name);
            for (var i = 0; i < reference.Rows.Count; i++)
            {
                if (column.At(i) is { } tolerance)
                {
                    comparison.Cell(ours.Rows[i][position], reference.Rows[i][position], tolerance, $"{column.Name}, data row {i + 1}");
                }
            }
        }

        report(comparison.ToReport());
    }

    /// <summary>Compares two complete sets of rows by their key columns: missing and surplus rows are errors; writes ours.</summary>
    public void CompareSets(CsvTable ours, CsvTable reference, IReadOnlyList<string> keys, params ComparedColumn[] columns)
    {
        Write(ours);
        var comparison = new Comparison(reference.Name);
        var mine = RowsByKey(ours, keys);
        var theirs = RowsByKey(reference, keys);
        foreach (var surplus in mine.Keys.Where(k => !theirs.ContainsKey(k)))
        {
            comparison.Fail($"surplus row {surplus.Replace('\u001f', '|')}");
        }

        foreach (var (key, row) in theirs)
        {
            var place = key.Replace('\u001f', '|');
            if (!mine.TryGetValue(key, out var own))
            {
                comparison.Fail($"missing row {place}");
                continue;
            }

            foreach (var column in columns)
            {
                if (column.At(row) is { } tolerance)
                {
                    comparison.Cell(ours.Text(own, column.Name), reference.Text(row, column.Name), tolerance, $"{column.Name} of {place}");
                }
            }
        }

        report(comparison.ToReport());
    }

    /// <summary>Compares members of our document with the reference and writes ours.</summary>
    /// <param name="file">Relative path of the reference.</param>
    /// <param name="ours">Our document, of the same shape.</param>
    /// <param name="reference">The reference document.</param>
    /// <param name="members">Dotted paths of the compared members (lists do not count as a level), with their tolerance.</param>
    public void Compare(string file, JsonNode ours, JsonNode reference, IReadOnlyDictionary<string, Tolerance> members)
    {
        JsonNumbers.UnboxLike(reference, ours);
        var comparison = new Comparison(file);
        Walk(comparison, ours, reference, "", "", members);
        Finish(file, ours, comparison);
    }

    /// <summary>Writes our document and reports a comparison that the caller made itself.</summary>
    public void Finish(string file, JsonNode ours, Comparison comparison)
    {
        if (outFolder is not null)
        {
            var path = Path.Combine(outFolder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, ours.ToJsonString(Layout) + "\n");
        }

        report(comparison.ToReport());
    }

    /// <summary>Writes our table and reports a comparison that the caller made itself.</summary>
    public void Finish(CsvTable ours, Comparison comparison, bool hasHeader = true)
    {
        Write(ours, hasHeader);
        report(comparison.ToReport());
    }

    // What a file of another form than described can cause: a missing row, a text for a number, a list for an object, lists of unequal length.
    private static bool IsUnreadable(Exception problem) =>
        problem
            is VectorFormatException
                or IOException
                or UnauthorizedAccessException
                or JsonException
                or ArgumentException
                or InvalidOperationException
                or FormatException
                or KeyNotFoundException
                or IndexOutOfRangeException
                or OverflowException
                or NullReferenceException
        || (problem is AggregateException several && several.InnerExceptions.All(IsUnreadable));

    private string Find(string file) =>
        File.Exists(Path.Combine(root, file)) ? file
        : File.Exists(Path.Combine(root, file + ".gz")) ? file + ".gz"
        : throw new VectorFormatException($"{file}: the file is missing.");

    private void Write(CsvTable table, bool hasHeader = true)
    {
        if (outFolder is not null)
        {
            table.Write(Path.Combine(outFolder, table.Name), hasHeader);
        }
    }

    private static Dictionary<string, int> RowsByKey(CsvTable table, IReadOnlyList<string> keys) =>
        table.Groups([.. keys]).ToDictionary(g => g.Key, g => g.Value[0], StringComparer.Ordinal);

    private static void Walk(
        Comparison comparison,
        JsonNode? ours,
        JsonNode? reference,
        string path,
        string place,
        IReadOnlyDictionary<string, Tolerance> members
    )
    {
        if (reference is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                Walk(comparison, ours is JsonArray mine && i < mine.Count ? mine[i] : null, list[i], path, $"{place}[{i}]", members);
            }
        }
        else if (reference is JsonObject thing)
        {
            foreach (var (name, value) in thing)
            {
                var inner = path.Length == 0 ? name : path + "." + name;
                var own = ours is JsonObject other ? other[name] : null;
                if (members.TryGetValue(inner, out var tolerance))
                {
                    Values(comparison, own, value, tolerance, $"{place}.{name}");
                }
                else if (value is JsonArray or JsonObject)
                {
                    Walk(comparison, own, value, inner, $"{place}.{name}", members);
                }
            }

            foreach (var expected in members.Keys.Where(m => Parent(m) == path && !thing.ContainsKey(Leaf(m))))
            {
                comparison.Fail($"{place}: member '{expected}' is missing");
            }
        }
    }

    private static void Values(Comparison comparison, JsonNode? ours, JsonNode? reference, Tolerance tolerance, string place)
    {
        switch (reference)
        {
            case JsonArray list:
                comparison.Number((ours as JsonArray)?.Count ?? -1, list.Count, Tolerance.Exact, place + ".length");
                for (var i = 0; i < list.Count; i++)
                {
                    Values(comparison, ours is JsonArray mine && i < mine.Count ? mine[i] : null, list[i], tolerance, $"{place}[{i}]");
                }

                break;
            case JsonObject thing:
                foreach (var (name, value) in thing)
                {
                    Values(comparison, (ours as JsonObject)?[name], value, tolerance, $"{place}.{name}");
                }

                break;
            default:
                comparison.Cell(ScalarText(ours), ScalarText(reference), tolerance, place);
                break;
        }
    }

    private static string ScalarText(JsonNode? node) =>
        node is null ? "NA"
        : node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>()
        : node.GetValueKind() == JsonValueKind.True ? "1"
        : node.GetValueKind() == JsonValueKind.False ? "0"
        : node.ToJsonString();

    private static string Parent(string member) => member.LastIndexOf('.') is var dot and >= 0 ? member[..dot] : "";

    private static string Leaf(string member) => member[(member.LastIndexOf('.') + 1)..];
}
