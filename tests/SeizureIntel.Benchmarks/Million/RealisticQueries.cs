using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Queries;
using SeizureIntel.Readers;

namespace SeizureIntel.Benchmarks.Million;

/// <summary>Questions as analysts narrow and widen: values by their frequency, often a period, a third with one of the frequent words.</summary>
internal sealed class RealisticQueries
{
    /// <summary>The facets that every search asks for.</summary>
    public static readonly string[] Facets =
    [
        "reporting_country",
        "product",
        "place_type",
        "mode_of_transport",
        "concealment",
        "departure_country",
        "destination_country",
        "direction",
    ];

    private const int Seed = 20;
    private const int MostConditions = 3;

    private readonly Draws _draws = new(Seed);
    private readonly SearchResult _all;
    private readonly IReadOnlyList<string> _words;
    private readonly int _firstYear;
    private readonly int _lastYear;

    private RealisticQueries(SearchResult all, IReadOnlyList<string> words, int firstYear, int lastYear)
    {
        _all = all;
        _words = words;
        _firstYear = firstYear;
        _lastYear = lastYear;
    }

    /// <summary>Looks at what the folder holds.</summary>
    public static async Task<RealisticQueries> OfAsync(BenchmarkFolder folder, CancellationToken stop)
    {
        SearchResult last = await AllAsync("-seizure_date"),
            first = await AllAsync("seizure_date");
        return new RealisticQueries(last, FrequentWords.Of(folder.Folder), Year(first), Year(last));

        Task<SearchResult> AllAsync(string sort) =>
            folder.Index.SearchAsync(
                Reader.Owner,
                new SearchRequest
                {
                    Query = SeizureQuery.All,
                    Facets = Facets,
                    FacetSize = 40,
                    Size = 1,
                    Sort = sort,
                },
                stop
            );
        static int Year(SearchResult edge) => int.Parse(edge.Hits[0].Values["seizure_date"][0].AsSpan(0, 4), CultureInfo.InvariantCulture);
    }

    /// <summary>So many questions, each another; every third has a word.</summary>
    public SeizureQuery[] Take(int count, bool withWords) =>
        [.. Enumerable.Range(0, count).Select(i => One(withWords && i % 3 == 2 ? _words[_draws.Below(_words.Count)] : null))];

    /// <summary>Two different facets.</summary>
    public string[] Fields(int count)
    {
        var chosen = new List<string>();
        while (chosen.Count < count)
        {
            string field = Facets[_draws.Below(Facets.Length)];
            if (!chosen.Contains(field))
                chosen.Add(field);
        }

        return [.. chosen];
    }

    private SeizureQuery One(string? word)
    {
        SeizureQuery query = SeizureQuery.All with { Text = word };
        foreach (string field in Fields(_draws.Below(MostConditions + 1)))
            query = query.With(field, [.. Enumerable.Range(0, 1 + _draws.Below(2)).Select(_ => Value(field)).Distinct()]);
        if (_draws.Uniform() >= 0.5)
            return query;
        int from = _firstYear + _draws.Below(_lastYear - _firstYear + 1),
            to = Math.Min(_lastYear, from + _draws.Below(3));
        return query.Within(new DateOnly(from, 1, 1), new DateOnly(to, 12, 31));
    }

    // A value as often as it occurs.
    private string Value(string field)
    {
        FacetValue[] values = [.. _all.Facets[field].Values.Where(v => v.Value != "NOT_STATED")];
        int at = _draws.Below(values.Sum(v => v.Count));
        foreach (FacetValue value in values)
        {
            at -= value.Count;
            if (at < 0)
                return value.Value;
        }

        return values[^1].Value;
    }
}
