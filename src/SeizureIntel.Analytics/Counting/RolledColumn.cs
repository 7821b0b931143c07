using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;

namespace SeizureIntel.Analytics.Counting;

/// <summary>A coded field in which a code counts for its parents too, as a search for a parent finds its children.</summary>
internal sealed class RolledColumn
{
    private readonly FrameColumn _column;
    private readonly int[][] _rolled;

    private RolledColumn(FrameColumn column, string[] codes, int[][] rolled)
    {
        _column = column;
        Codes = codes;
        _rolled = rolled;
    }

    /// <summary>The known codes that occur and their parents; entry i is what the number i means.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Rolls a field of a frame up by its code list; a field without one keeps its codes.</summary>
    /// <param name="frame">The seizures.</param>
    /// <param name="field">The field.</param>
    /// <param name="lists">Code lists.</param>
    /// <param name="keepsAll">Whether a parent of which only one child occurs is kept beside that child, whose figures are the same.</param>
    public static RolledColumn Of(SeizureFrame frame, string field, CodeListSet lists, bool keepsAll = false)
    {
        FrameColumn column = frame[field];
        CodeList? list = SeizureFields.Find(field) is { } known ? lists.Of(known) : null;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var rolled = new int[column.Values.Count][];
        for (int value = 0; value < rolled.Length; value++)
        {
            rolled[value] = column.IsKnown(value) ? [.. Line(list, column.Values[value]).Select(Number)] : [];
        }

        string[] codes = [.. numbers.Keys];
        if (!keepsAll)
        {
            // The values below a code tell whether it differs from its child.
            string[] below =
            [
                .. codes.Select((_, number) => string.Join(' ', Enumerable.Range(0, rolled.Length).Where(v => rolled[v].Contains(number)))),
            ];
            for (int value = 0; value < rolled.Length; value++)
            {
                int[] line = rolled[value];
                rolled[value] = [.. line.Where((number, i) => i == 0 || below[number] != below[line[i - 1]])];
            }
        }

        return new RolledColumn(column, codes, rolled);

        int Number(string code)
        {
            if (!numbers.TryGetValue(code, out int number))
                numbers[code] = number = numbers.Count;
            return number;
        }
    }

    /// <summary>Adds the numbers of a seizure's known codes and their parents, each once.</summary>
    public void Add(int seizure, List<int> numbers)
    {
        foreach (int value in _column.Of(seizure))
        {
            foreach (int number in _rolled[value])
            {
                if (!numbers.Contains(number))
                    numbers.Add(number);
            }
        }
    }

    /// <summary>The code with its parents, nearest first.</summary>
    private static IEnumerable<string> Line(CodeList? list, string code)
    {
        yield return code;
        string? parent = list?.FindCode(code)?.Parent;
        for (int depth = 0; parent is not null && depth < 8; depth++)
        {
            yield return parent;
            parent = list!.FindCode(parent)?.Parent;
        }
    }
}
