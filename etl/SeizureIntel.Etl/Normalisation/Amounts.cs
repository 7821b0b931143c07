using System;
using System.Text.RegularExpressions;
using SeizureIntel.CodeLists;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Cells that hold an amount of goods or money; whether it counts is decided with its unit.</summary>
internal static partial class Amounts
{
    // Marks under which statistics offices hide a figure.
    private static readonly string[] Hidden = ["*", "**", "x", "c", "s", ":", "..", "..."];

    public static Reading Read(string text, DecimalMark mark, CodeList? nonValues)
    {
        // A remark in brackets behind the figure explains it and is no part of it; it stays in what was written.
        string figure = text[^1] is ')' or '）' ? Remark().Replace(text, "") : text;
        if (NumberText.Read(figure, mark, out string rest) is { } number)
            return new Reading
            {
                Number = number,
                Words = rest.Length == 0 ? text : Without(figure, rest),
                One = rest.Length == 0 ? default : new(rest, null),
            };
        if (Array.IndexOf(Hidden, text) >= 0 || text[0] is '<' or '>' or '≤' or '≥')
            return Reading.Problem(IssueCode.NotAFigure, text);
        return Lists.Missing(nonValues, text) is not null ? Reading.Blank : Reading.Problem(IssueCode.NotANumber, text);
    }

    // Compatibility letters are made plain in the rest, one as several (㌘ as グラム): the cell is kept as it is then.
    private static string Without(string figure, string rest) =>
        figure.EndsWith(rest, StringComparison.Ordinal) ? figure[..^rest.Length].TrimEnd() : figure;

    [GeneratedRegex(@"(?<=\d)\s*[(（][^()（）]*[)）]$", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();
}
