using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SeizureIntel.Analytics.Counting;

/// <summary>Counts of cases, seizures and records within sentences, said as the disclosure rule allows.</summary>
internal static partial class CountsInText
{
    /// <summary>The text with each small count, and each count that leaves a small rest, replaced by its bound.</summary>
    public static string Bounded(string text, int below)
    {
        string few = "fewer than " + below.ToString(CultureInfo.InvariantCulture);
        string parts = Part()
            .Replace(text, match =>
            {
                double n = Number(match.Groups["n"].Value),
                    of = Number(match.Groups["of"].Value);
                return DisclosureRule.IsSmall(of, below) ? few
                    : DisclosureRule.IsSmall(n, below) ? $"{few} of {match.Groups["of"].Value}"
                    : DisclosureRule.IsSmall(of - n, below) ? $"nearly all of {match.Groups["of"].Value}"
                    : match.Value;
            });
        return Count()
            .Replace(parts, match =>
                DisclosureRule.IsSmall(Number(match.Groups["n"].Value), below) ? few + match.Groups["rest"].Value : match.Value
            );
    }

    private static double Number(string text) =>
        double.Parse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.Integer, CultureInfo.InvariantCulture);

    // Countries, quarters and the like are no counts of the rule.
    [GeneratedRegex(
        @"(?<![\d.,<])(?<n>\d[\d,]*) of (?<of>\d[\d,]*\d|\d)(?![\d.,]*\d)(?! (?:reporters|countries|quarters|months|weeks|days|findings|products|rows)\b)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Part();

    [GeneratedRegex(
        @"(?<![\d.,]|fewer than )(?<n>\d[\d,]*)(?<rest>(?: of the| other)? (?:cases?|seizures?|records?)\b)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Count();
}
