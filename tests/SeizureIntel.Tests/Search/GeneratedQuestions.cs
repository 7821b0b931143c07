using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;

namespace SeizureIntel.Tests.Search;

/// <summary>Questions as analysts ask them: words, phrases, codes with their children, exclusions, missing values, periods; and who asks.</summary>
internal static class GeneratedQuestions
{
    private static readonly (string Field, string[] Values)[] Conditions =
    [
        ("heading", ["H01", "H02", "H05", "H08", "drugs", NonValue.Unmapped, "*"]),
        ("product", ["opioids", "=opioids", "cocaine", "cigarettes", NonValue.Unmapped]),
        ("reporting_country", ["ES", "NL", "Spain", NonValue.NotStated, NonValue.Unknown]),
        ("departure_country", ["CO", "EC", "*", NonValue.NotStated]),
        ("transit_countries", ["MA", "TR", "*", NonValue.NotStated, NonValue.Withheld]),
        ("concealment", ["5", "=5", "3.4", "*", NonValue.NotStated]),
        ("mode_of_transport", ["1", "air", "*"]),
        ("leg", ["CO>ES", "MA>ES", "*"]),
        ("path", ["*", NonValue.NotStated]),
        ("case_headings", ["H01", "H08"]),
        ("outlier_flags", ["QTY_EXTREME", "*", NonValue.NotStated]),
        ("brand", ["marlboro", "strasse", "*", NonValue.NotStated]),
        ("place_name", ["sao tome", "ALGECIRAS", NonValue.NotStated]),
        ("narrative", ["*", NonValue.NotStated]),
        ("persons_intercepted", ["2", "*", NonValue.NotStated]),
        ("reported_date", ["*", NonValue.NotStated, "2022-02-02"]),
        ("quantity", ["*", "12.5"]),
        ("record_profile", ["MIN", "STD"]),
    ];

    private static readonly string?[] Words =
    [
        null,
        null,
        null,
        "lorry",
        "LORRY seat",
        "\"rear seat\"",
        "camion",
        "doble paquetes",
        "海關",
        "因",
        "strassentransporter",
        "cocaine",
        "colombia",
        "marlboro",
        "no_such_word",
        "ref/12",
    ];

    private static readonly string[] Spelled =
    [
        "found",
        "behind",
        "lorry",
        "doble",
        "camion",
        "paquetes",
        "strassentransporter",
        "zweiter",
        "contrebande",
        "agrumes",
        "algeciras",
        "antwerpen",
        "marlboro",
        "cocaine",
        "cannabis",
        "cigarettes",
        "colombia",
        "netherlands",
        "vehicle",
        "container",
    ];

    private static readonly Gen<Func<string, string>> Mistake =
        from kind in Gen.Int[0, 3]
        from place in Gen.Int[1, 40]
        from letter in Gen.Char['a', 'z']
        select (Func<string, string>)(
            word =>
            {
                int at = 1 + (place % (word.Length - 1));
                return kind switch
                {
                    0 => word.Insert(at, letter.ToString()),
                    1 => word.Remove(at, 1),
                    2 => word.Remove(at, 1).Insert(at, letter.ToString()),
                    _ when at + 1 < word.Length => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
                    _ => word,
                };
            }
        );

    private static readonly string[] Sorts =
    [
        "-seizure_date",
        "seizure_date",
        "quantity",
        "-quantity",
        "product",
        "-place_name",
        "concealment",
        "-transit_countries",
        "reporting_country",
        "-reported_date",
        "persons_intercepted",
        "-completeness_score",
    ];

    private static readonly string[] Dimensions =
    [
        "heading",
        "product",
        "reporting_country",
        "departure_country",
        "destination_country",
        "transit_countries",
        "concealment",
        "concealment_how",
        "mode_of_transport",
        "leg",
        "path",
        "case_headings",
        "outlier_flags",
        "marking",
        "source",
        "submission",
        "case_id",
        "date_precision",
    ];

    private static readonly Gen<(string Field, IReadOnlyList<string> Values)> Condition =
        from at in Gen.Int[0, Conditions.Length - 1]
        from values in Gen.OneOf(Conditions[at].Values).List[1, 2]
        select (Conditions[at].Field, (IReadOnlyList<string>)values);

    private static readonly Gen<SeizureQuery> Query =
        from wanted in Condition.List[0, 2]
        from excluded in Condition.List[0, 1]
        from also in Condition.List[0, 1]
        from text in Gen.OneOf(Words)
        from first in Gen.Int[-1500, 1200]
        from length in Gen.Int[-200, 900]
        select new SeizureQuery
        {
            Text = text,
            Where = Named(wanted),
            Not = Named(excluded),
            From = first < 0 ? null : new DateOnly(2021, 1, 1).AddDays(first),
            To = length < 0 ? null : new DateOnly(2021, 1, 1).AddDays(Math.Max(0, first) + length),
            And = also.Count == 0 ? null : new SeizureQuery { Where = Named(also) },
        };

    /// <summary>Readers of every kind: the owner, readers of some markings, of some countries, of both, of none.</summary>
    public static Gen<Reader> Readers { get; } =
        from kind in Gen.Int[0, 3]
        from ceiling in Gen.Enum<Marking>()
        from countries in Gen.OneOf("CO", "ES", "NL", "BE", "MA", "TR", NonValue.NotStated, "*", "XX").List[0, 5]
        select kind switch
        {
            0 => Reader.Owner,
            1 => Reader.UpTo(ceiling),
            2 => Reader.Of(Marking.Red, countries),
            _ => Reader.Of(ceiling, countries),
        };

    /// <summary>Words of the texts and of the names of codes with one or two letters wrong.</summary>
    public static Gen<string> Mistyped { get; } =
        from word in Gen.OneOf(Spelled)
        from first in Mistake
        from second in Mistake
        from isTwice in Gen.Bool
        select isTwice ? second(first(word)) : first(word);

    /// <summary>Searches with facets, a page of some hits, sorted upwards or downwards.</summary>
    public static Gen<SearchRequest> Searches { get; } =
        from query in Query
        from sort in Gen.OneOf(Sorts)
        from size in Gen.OneOf(0, 7, 20, 2000)
        from facets in Gen.OneOf(Dimensions).List[0, 4]
        from facetSize in Gen.OneOf(0, 3, 20)
        select new SearchRequest
        {
            Query = query,
            Sort = sort,
            Size = size,
            Facets = [.. facets.Distinct()],
            FacetSize = facetSize,
        };

    /// <summary>Tabulations by none to three dimensions, of each measure, split by each time.</summary>
    public static Gen<TabulationRequest> Tabulations { get; } =
        from query in Query
        from dimensions in Gen.OneOf(Dimensions).List[0, 3]
        from measure in Gen.Enum<Measure>()
        from bucket in Gen.Enum<Bucket>()
        select new TabulationRequest(query, [.. dimensions.Distinct()], measure, bucket);

    private static Dictionary<string, IReadOnlyList<string>> Named(List<(string Field, IReadOnlyList<string> Values)> conditions)
    {
        var named = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach ((string field, IReadOnlyList<string> values) in conditions)
            named[field] = values;
        return named;
    }
}
