using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Routes;

/// <summary>For each country, seizures made in it and seizures made elsewhere of goods that had left it: how much of what could be seized it seized
/// itself.</summary>
/// <remarks>Definitions of the Elephant Trade Information System. A transit country counts only where it had custody; as records do not say so,
/// transit is left out.</remarks>
internal static class Ledger
{
    /// <summary>Fields a frame must hold.</summary>
    public static readonly string[] Fields = ["country", "origin_country", "departure_country", "reporting_country"];

    private const int Fewest = 10;

    /// <summary>One finding a country with enough seizures in and out.</summary>
    public static IEnumerable<Finding> Findings(ScopedFrame scoped)
    {
        FrameColumn country = scoped.Frame["country"],
            origin = scoped.Frame["origin_country"],
            departure = scoped.Frame["departure_country"],
            reporter = scoped.Frame["reporting_country"];
        var made = new Dictionary<string, int>(StringComparer.Ordinal);
        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        var who = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        int known = 0;
        foreach (int row in scoped.Inside)
        {
            if (!country.HasKnown(row))
                continue;
            string place = country.FirstCode(row);
            string? from = departure.HasKnown(row) ? departure.FirstCode(row) : null,
                source = origin.HasKnown(row) ? origin.FirstCode(row) : null;
            if (from is not null || source is not null)
                known++;
            made[place] = made.GetValueOrDefault(place) + 1;
            if (!who.TryGetValue(place, out HashSet<int>? reporters))
                who[place] = reporters = [];
            reporters.Add(reporter.First(row));
            if (from is not null && from != place)
                left[from] = left.GetValueOrDefault(from) + 1;
            if (source is not null && source != place && source != from)
                left[source] = left.GetValueOrDefault(source) + 1;
        }

        var period = new Period(scoped.From, scoped.To);
        foreach (string place in made.Keys.Union(left.Keys).Order(StringComparer.Ordinal))
        {
            int here = made.GetValueOrDefault(place),
                elsewhere = left.GetValueOrDefault(place),
                all = here + elsewhere;
            if (all < Fewest)
                continue;
            var subject = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["country"] = [place] };
            (_, double low, double high) = WilsonInterval.Of(here, all);
            List<Phrase> caveats = ["transit countries are left out: records do not say whether they had custody"];
            if (here == 0)
                caveats.Add("no seizure in the country: it may not report");
            yield return new Finding
            {
                Id = FindingId.Of("ledger", subject, period),
                Kind = "ledger",
                Subject = subject,
                Period = period,
                Figure = new Figure(here / (double)all, "share"),
                Effect = new Effect("law_enforcement_ratio", here / (double)all, low, high, 0.95),
                N = all,
                Known = new Known(known, scoped.Inside.Count),
                Reporters = who.GetValueOrDefault(place)?.Count ?? 0,
                Method = "law-enforcement-ratio",
                Caveats = caveats,
                Evidence = scoped.Evidence(here, scoped.From, scoped.To, ("country", place)),
            };
        }
    }
}
