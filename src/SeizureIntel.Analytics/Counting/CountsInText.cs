using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using SeizureIntel.Text;

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

    /// <summary>The phrase with each small count, and each count that leaves a small rest, replaced by its bound, in every language.</summary>
    public static Phrase Bounded(Phrase phrase, int below)
    {
        string text = Bounded(phrase.Text, below);
        if (text == phrase.Text)
            return phrase;
        double[] counts = [.. phrase.Arguments.Select(CountOf).OfType<double>()];
        return Phrase.Of(phrase.Template, [.. phrase.Arguments.Select(a => Told(a, counts, below))], text);
    }

    // English says which number counts what; the other languages hold back every number that may be a small count or leave a small rest of another.
    private static object Told(object argument, double[] counts, int below)
    {
        if (argument is Phrase inner)
            return Bounded(inner, below);
        if (CountOf(argument) is not { } count)
            return argument;
        if (DisclosureRule.IsSmall(count, below))
            return (Phrase)$"fewer than {below}";
        return Array.Exists(counts, c => DisclosureRule.IsSmall(c - count, below)) ? Phrase.Of("nearly all") : argument;
    }

    private static double? CountOf(object argument) =>
        argument switch
        {
            int count => count,
            double number when number == Math.Round(number) => number,
            _ => null,
        };

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
