using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SeizureIntel.Fields;

namespace SeizureIntel.Workbench.Filters;

/// <summary>What is typed into the one box: words and phrases, <c>-words</c> that must not occur, <c>field:value</c> and <c>-field:value</c>.</summary>
/// <param name="Words">Words and phrases that must occur.</param>
/// <param name="Without">Words and phrases that must not.</param>
/// <param name="Where">Conditions <c>FIELD=VALUE</c>.</param>
/// <param name="Not">Conditions that must not hold.</param>
/// <param name="UnknownFields">Names before a colon that are no field's; what stands there was read as words.</param>
public sealed partial record BoxText(
    string Words,
    string Without,
    IReadOnlyList<string> Where,
    IReadOnlyList<string> Not,
    IReadOnlyList<string> UnknownFields
)
{
    /// <summary>Takes a text apart; any text is one, and what is neither a condition nor an exclusion is words.</summary>
    public static BoxText Of(string? text)
    {
        List<string> words = [],
            without = [],
            where = [],
            not = [],
            unknown = [];
        foreach (Match part in Part().Matches(text ?? ""))
        {
            bool isExcluded = part.Groups["not"].Length > 0;
            string field = part.Groups["field"].Value,
                value = part.Groups["value"].Value;
            if (field.Length > 0 && FieldOf(field) is { } known)
                (isExcluded ? not : where).Add($"{known.Name}={Bare(value)}");
            else
            {
                if (field.Length > 0 && value.Length > 0)
                    unknown.Add(field);
                (isExcluded ? without : words).Add(field.Length > 0 ? $"{field} {value}" : value);
            }
        }

        return new BoxText(string.Join(' ', words), string.Join(' ', without), where, not, unknown);
    }

    /// <summary>A condition as it is typed.</summary>
    public static string Condition(string field, string value) =>
        value.Any(char.IsWhiteSpace) ? $"{field}:\"{value}\"" : $"{field}:{value}";

    // Names are typed as they are read, too: Seizure_date is seizure_date.
    private static SeizureField? FieldOf(string name) =>
        SeizureFields.Find(name)
        ?? SeizureFields.Find(name.ToLowerInvariant())
        ?? SeizureFields.All.FirstOrDefault(f => f.Label.Replace(' ', '_').Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string Bare(string value) => value.Trim('"', '“', '”', '„', '«', '»');

    // A minus at the beginning of a word, a name with its colon, then a phrase or a word. A sign within a word is the word's own.
    [GeneratedRegex(
        """(?<not>(?<!\S)-)?(?:(?<field>[A-Za-z][A-Za-z_0-9]*):)?(?<value>["“„«][^"”“»]*["”“»]|[^\s"“„«]+)""",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Part();
}
