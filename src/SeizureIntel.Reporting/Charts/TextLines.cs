using System.Collections.Generic;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Breaks texts into lines.</summary>
internal static class TextLines
{
    /// <summary>The lines of a text, broken at spaces, hyphens and slashes, and within a word only where the word alone is too long.</summary>
    /// <param name="text">The text.</param>
    /// <param name="room">Width of a line, pixels.</param>
    /// <param name="size">Size of the letters, pixels.</param>
    /// <param name="most">Lines at most; the last one ends in an ellipsis where more would follow.</param>
    public static IReadOnlyList<string> Of(string text, double room, double size, int most)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string word in Words(text))
        {
            string rest = word;
            if (line.Length > 0 && LetterWidths.Of(line + rest.TrimEnd(), size) > room)
            {
                lines.Add(line.TrimEnd());
                line = "";
            }

            while (LetterWidths.Of(rest.TrimEnd(), size) > room && rest.Length > 1)
            {
                int fits = Fitting(rest, room, size);
                lines.Add(rest[..fits]);
                rest = rest[fits..];
            }

            line += rest;
        }

        if (line.Trim().Length > 0 || lines.Count == 0)
            lines.Add(line.TrimEnd());
        if (lines.Count <= most)
            return lines;
        string last = lines[most - 1];
        while (last.Length > 1 && LetterWidths.Of(last + "…", size) > room)
            last = last[..^1];
        return [.. lines[..(most - 1)], last.TrimEnd() + "…"];
    }

    private static int Fitting(string word, double room, double size)
    {
        int fits = 1;
        while (fits < word.Length && LetterWidths.Of(word[..(fits + 1)], size) <= room)
            fits++;
        return fits;
    }

    private static IEnumerable<string> Words(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is not (' ' or '-' or '/'))
                continue;
            yield return text[start..(i + 1)];
            start = i + 1;
        }

        if (start < text.Length)
            yield return text[start..];
    }
}
