using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Reporting.Wording;

/// <summary>Says a story in one plain sentence, made from its lead's kind and arguments.</summary>
/// <param name="codes">Names in the language of the phrases.</param>
/// <param name="phrases">The sentences.</param>
public sealed class HeadlineWords(CodeWords codes, Phrases phrases)
{
    // What is moved, where, how, by whom: the order in which an analyst says it.
    private static readonly string[] Roles =
    [
        "origin_country",
        "departure_country",
        "transit_countries",
        "destination_country",
        "concealment",
        "mode_of_transport",
        "reporting_country",
    ];

    private static readonly string[] GoodsFields = ["product", "firearm_type", "species", "heading"];
    private static readonly string[] RouteFields = ["path", "leg"];

    /// <summary>The headline of a story led by a finding.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="asOf">The last day looked at; what goes on until then is told as going on. Null where there is none.</param>
    public string Of(Finding lead, DateOnly? asOf)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return Capital(phrases.Fill(Key(lead, asOf), Arguments(lead)));
    }

    /// <summary>The key of a finding's headline, such as <c>shift.more</c>.</summary>
    public string Key(Finding lead, DateOnly? asOf)
    {
        ArgumentNullException.ThrowIfNull(lead);
        string key =
            lead.Kind == "reporter_artefact" && lead.Subject.Count > 1 ? lead.Kind + ".coding"
            : lead.Kind == "association" && lead.Subject.ContainsKey("concealment") ? lead.Kind + ".hiding"
            : phrases.Has(lead.Kind + ".more") ? lead.Kind + (IsFall(lead) ? ".less" : ".more")
            : lead.Kind;
        // Periods end with whole weeks: what reaches the last two of them goes on.
        if (asOf is { } last && last.DayNumber - lead.Period.To.DayNumber > 14 && phrases.Has(key + ".ended"))
            key += ".ended";
        return phrases.Has(key) ? key : "other";
    }

    private static bool IsFall(Finding lead) =>
        lead.Effect is { } effect && (effect.Name.EndsWith("ratio", StringComparison.Ordinal) ? effect.Value < 1 : effect.Value < 0);

    private (string, string)[] Arguments(Finding lead)
    {
        IReadOnlyList<string> paths = Values(lead, "path");
        return
        [
            ("what", What(lead)),
            ("place", Joined(lead, "concealment")),
            ("rest", What(lead, "concealment")),
            ("goods", Goods(lead)),
            ("things", Listed([.. lead.Subject.Where(s => !IsSaid(lead, s.Key)).SelectMany(s => Names(s.Key, s.Value))])),
            ("others", Listed(Names("case_headings", Values(lead, "case_headings")))),
            ("route", Route(lead)),
            ("old", paths.Count > 0 ? codes.Of("path", paths[0]) : ""),
            ("new", paths.Count > 0 ? codes.Of("path", paths[^1]) : ""),
            ("country", Joined(lead, "country")),
            ("reporter", Joined(lead, "reporting_country")),
            ("term", Joined(lead, "narrative")),
            ("field", Field(lead)),
            ("value", Last(lead)),
            ("when", When(lead.Period)),
            ("since", phrases.Month(lead.Period.From)),
            ("until", phrases.Month(lead.Period.To)),
        ];
    }

    // Goods, then what tells them apart: "cocaine on the route Ecuador → Spain by Spain".
    private string What(Finding lead, string? without = null)
    {
        List<string> parts = [Goods(lead)];
        if (Route(lead) is { Length: > 0 } route)
            parts.Add(Phrase("what.route", "", route));
        foreach (string field in Roles.Where(f => f != without && lead.Subject.ContainsKey(f)))
            parts.Add(Phrase("what." + field, field, Listed(Names(field, lead.Subject[field]))));
        foreach (
            string field in lead
                .Subject.Keys.Where(f => !Roles.Contains(f) && !GoodsFields.Contains(f) && !RouteFields.Contains(f))
                .Order(StringComparer.Ordinal)
        )
            parts.Add(Phrase("what.other", field, Listed(Names(field, lead.Subject[field]))));
        return string.Join(' ', parts);
    }

    private string When(Period period) =>
        phrases.Fill(
            period.Bucket == "week" ? "when.week"
                : (period.From.Year, period.From.Month) == (period.To.Year, period.To.Month) ? "when.month"
                : "when.months",
            ("day", phrases.Day(period.From)),
            ("since", phrases.Month(period.From)),
            ("until", phrases.Month(period.To))
        );

    private string Phrase(string key, string field, string value) =>
        phrases.Fill(key, ("field", Lower(codes.FieldName(field))), ("value", value));

    private string Goods(Finding lead) =>
        GoodsFields.FirstOrDefault(lead.Subject.ContainsKey) is { } field
            ? Listed(Names(field, lead.Subject[field]))
            : phrases.Fill("what.any");

    private string Route(Finding lead) =>
        RouteFields.FirstOrDefault(lead.Subject.ContainsKey) is { } field ? codes.Of(field, lead.Subject[field][0]) : "";

    // The field that a change of coding or a gap is about, else the last one named.
    private string Field(Finding lead) =>
        Values(lead, "field") is [string named] ? codes.FieldName(named)
        : lead.Subject.Keys.LastOrDefault(k => k is not ("reporting_country" or "heading")) is { } last ? codes.FieldName(last)
        : "";

    private string Last(Finding lead) => lead.Subject.Count == 0 ? "" : Listed(Names(lead.Subject.Last().Key, lead.Subject.Last().Value));

    private string Joined(Finding lead, string field) => Listed([.. Values(lead, field).Select(v => codes.Of(field, v))]);

    private static IReadOnlyList<string> Values(Finding lead, string field) =>
        lead.Subject.TryGetValue(field, out IReadOnlyList<string>? values) ? values : [];

    // A product says its heading.
    private static bool IsSaid(Finding lead, string field) => field == "heading" && lead.Subject.ContainsKey("product");

    private string[] Names(string field, IReadOnlyList<string> values) =>
        [
            .. values.Select(v =>
                field is "concealment" ? codes.Of(field, v)
                : field.EndsWith("country", StringComparison.Ordinal) || field is "transit_countries" ? codes.Of(field, v)
                : Lower(codes.Of(field, v))
            ),
        ];

    private string Listed(IReadOnlyList<string> words)
    {
        if (words.Count == 0)
            return "";
        string all = words[0];
        for (int i = 1; i < words.Count; i++)
            all = phrases.Fill(i == words.Count - 1 ? "list.two" : "list.more", ("first", all), ("last", words[i]));
        return all;
    }

    // Names in capitals, such as MDMA, stay.
    private static string Lower(string words) =>
        words.Length > 1 && char.IsUpper(words[0]) && !words.Take(4).Skip(1).Any(c => char.IsUpper(c) || char.IsDigit(c))
            ? char.ToLowerInvariant(words[0]) + words[1..]
            : words;

    private static string Capital(string sentence) => sentence.Length > 0 ? char.ToUpperInvariant(sentence[0]) + sentence[1..] : sentence;
}
