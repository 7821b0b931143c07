using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace SeizureIntel.CodeLists;

/// <summary>Reads code lists from the text of their files.</summary>
public static class CodeListFiles
{
    private const string CodeColumn = "code";
    private const string ParentColumn = "parent";
    private const string AliasesColumn = "aliases";
    private const string LabelPrefix = "label_";
    private const string EnglishLabel = "label_en";
    private const string Ending = ".csv";

    /// <summary>All lists of a folder, each named after its file.</summary>
    /// <param name="files">Text by file name. Names that do not end in <c>.csv</c> are passed over, so that a folder can be handed over as it is.</param>
    /// <returns>The lists. The columns are <c>code, parent, label_en, label_xx …, aliases</c>; every other column becomes an attribute. Aliases are
    /// separated by <c>|</c>.</returns>
    /// <exception cref="FormatException">A file is no code list; the message names file and line, what was found and what was expected.</exception>
    public static CodeListSet Parse(IReadOnlyDictionary<string, string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        // Side by side, as nothing can begin without them; of several broken files the first is told.
        Task<CodeList>[] lists =
        [
            .. files
                .Where(f => f.Key.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
                .OrderBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => Task.Run(() => ParseList(f.Key, f.Value))),
        ];
        return new CodeListSet(lists.Select(l => l.GetAwaiter().GetResult()).ToList());
    }

    private static CodeList ParseList(string file, string text)
    {
        List<string>? header = null;
        var codes = new List<Code>();
        var aliases = new List<(string Text, string Code)>();
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach ((int line, List<string> cells) in CsvRecords.Read(file, text))
        {
            if (header is null)
            {
                header = CheckedHeader(file, cells);
                continue;
            }

            if (cells.Count != header.Count)
                throw new FormatException($"{file}, line {line}: found {cells.Count} cells, expected {header.Count} as in the header.");
            Code code = ReadCode(file, line, header, cells, aliases);
            if (!lines.TryAdd(code.Value, line))
                throw new FormatException(
                    $"{file}, line {line}: the code '{code.Value}' stands on line {lines[code.Value]} already; expected each code once."
                );
            codes.Add(code);
        }

        if (codes.Count == 0)
            throw new FormatException($"{file}: found no codes, expected a header and at least one row.");
        foreach (Code code in codes)
        {
            if (code.Parent is not null && !lines.ContainsKey(code.Parent))
                throw new FormatException(
                    $"{file}, line {lines[code.Value]}: '{code.Value}' names the parent '{code.Parent}', expected a code of the same file."
                );
        }

        string name = file[(file.LastIndexOfAny(['/', '\\']) + 1)..^Ending.Length];
        try
        {
            return new CodeList(name, codes, aliases);
        }
        catch (FormatException problem)
        {
            throw new FormatException($"{file}: {problem.Message}", problem);
        }
    }

    private static List<string> CheckedHeader(string file, List<string> header)
    {
        foreach (string column in (string[])[CodeColumn, ParentColumn, EnglishLabel, AliasesColumn])
        {
            if (header.FindAll(c => c == column).Count != 1)
                throw new FormatException($"{file}, line 1: found the columns {string.Join(",", header)}; expected {column} exactly once.");
        }

        foreach (string column in header)
        {
            if (
                column.Length == 0
                || header.FindAll(c => c == column).Count != 1
                || (IsLabel(column) && column.Length != EnglishLabel.Length)
            )
                throw new FormatException(
                    $"{file}, line 1: found the column '{column}'; expected names that differ, and label_ with a language of two letters."
                );
        }

        return header;
    }

    private static Code ReadCode(string file, int line, List<string> header, List<string> cells, List<(string Text, string Code)> aliases)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        string value = cells[header.IndexOf(CodeColumn)];
        string parent = cells[header.IndexOf(ParentColumn)];
        if (value.Length == 0)
            throw new FormatException($"{file}, line {line}: the cell '{CodeColumn}' is empty, expected a code.");
        for (int i = 0; i < header.Count; i++)
        {
            string cell = cells[i];
            if (cell.Length != cell.Trim().Length)
                throw new FormatException($"{file}, line {line}: '{cell}' under {header[i]} starts or ends with a blank; expected none.");
            if (cell.Length == 0 || header[i] is CodeColumn or ParentColumn)
                continue;
            if (IsLabel(header[i]))
                labels.Add(header[i][LabelPrefix.Length..], cell);
            else if (header[i] == AliasesColumn)
                aliases.AddRange(Aliases(file, line, value, cell));
            else
                attributes.Add(header[i], cell);
        }

        if (!labels.ContainsKey("en"))
            throw new FormatException($"{file}, line {line}: '{value}' has no {EnglishLabel}, expected its English name.");
        return new Code(value, parent.Length == 0 ? null : parent, labels, attributes);
    }

    private static IEnumerable<(string Text, string Code)> Aliases(string file, int line, string code, string cell)
    {
        foreach (string alias in cell.Split('|', StringSplitOptions.TrimEntries))
        {
            if (alias.Length == 0)
                throw new FormatException($"{file}, line {line}: an alias of '{code}' is empty, expected texts separated by single '|'.");
            yield return (alias, code);
        }
    }

    private static bool IsLabel(string column) => column.StartsWith(LabelPrefix, StringComparison.Ordinal);
}
