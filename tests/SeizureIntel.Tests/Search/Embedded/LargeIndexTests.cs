using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using SeizureIntel.Cases;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Embedded;
using SeizureIntel.Tests.Ports;
using Xunit;

namespace SeizureIntel.Tests.Search.Embedded;

/// <summary>Several blocks of rows, frequent words, and cases that came again: what the short ways of a large index must not change. Expected is the naive
/// evaluation over the same cases.</summary>
public sealed class LargeIndexTests : IAsyncLifetime
{
    private const int Many = 7000;
    private const int Again = 300;

    private static readonly SeizureQuery[] Queries =
    [
        SeizureQuery.All,
        SeizureQuery.All.With("reporting_country", "ES", "PT"),
        SeizureQuery.All.With("concealment", "5"),
        SeizureQuery.All.With("leg", "*"),
        SeizureQuery.All.Within(new DateOnly(2024, 2, 1), new DateOnly(2024, 3, 15)),
        SeizureQuery.All.With("product", "COC").Within(new DateOnly(2024, 2, 1), null),
    ];

    // What each word stands in, said of the case.
    private static readonly (string Text, Func<Case, bool> Holds)[] Words =
    [
        ("lorry", c => Says(c, "lorry")),
        ("seat rear", c => Says(c, "rear seat")),
        ("\"rear seat\"", c => Says(c, "rear seat")),
        ("frozen", c => c.CoverGoods is not null),
        ("lorry algeciras", c => Says(c, "lorry") && c.PlaceName == "Algeciras"),
        ("tome fish", c => c.PlaceName == "São Tomé" && c.CoverGoods is not null),
        ("paquetes", _ => false),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-large-");
    private EmbeddedIndex _fed = null!;
    private EmbeddedIndex _opened = null!;
    private NaiveIndex _naive = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        IReadOnlyList<Case> first = IndexSample.Cases(Many, seed: 5),
            again = IndexSample.Cases(Again, seed: 6);
        _fed = Open();
        await _fed.FeedAsync(first, Stop);
        await _fed.FeedAsync(again, Stop);
        _opened = Open();
        // A line of a case that the second feed does not have stays; each line that it has is replaced.
        HashSet<string> replaced = [.. again.SelectMany(c => c.Seizures).Select(s => s.Id)];
        _naive = new NaiveIndex(
            [.. first.Select(c => c with { Seizures = [.. c.Seizures.Where(s => !replaced.Contains(s.Id))] }), .. again],
            IndexSample.Lists
        );
    }

    public ValueTask DisposeAsync()
    {
        _fed.Dispose();
        _opened.Dispose();
        _folder.Delete(recursive: true);
        return default;
    }

    [Fact]
    public async Task Searches_count_what_there_is()
    {
        foreach (SeizureQuery query in Queries)
        {
            (Case Case, Seizure Seizure)[] expected = _naive.Find(query);
            string question = SeizureQueryJson.Write(query);
            foreach (EmbeddedIndex index in new[] { _fed, _opened })
            {
                SearchResult found = await index.SearchAsync(
                    Reader.Owner,
                    new SearchRequest { Query = query, Facets = ["product", "concealment", "leg"] },
                    Stop
                );
                Assert.Equal(
                    (question, expected.Length, expected.Select(e => e.Case.Id).Distinct().Count()),
                    (question, found.Seizures, found.Cases)
                );
                foreach ((string field, Facet facet) in found.Facets)
                {
                    Facet naive = _naive.Facet(Reader.Owner, query, field, 20);
                    Assert.Equal((question, field, naive.Known, naive.Of), (question, field, facet.Known, facet.Of));
                    Assert.Equal(naive.Values, facet.Values);
                }
            }
        }
    }

    [Fact]
    public async Task Words_find_the_seizures_whose_texts_hold_them()
    {
        foreach ((string text, Func<Case, bool> holds) in Words)
        {
            int expected = _naive.Find(SeizureQuery.All).Count(e => holds(e.Case));
            foreach (EmbeddedIndex index in new[] { _fed, _opened })
            {
                SearchResult found = await index.SearchAsync(
                    Reader.Owner,
                    new SearchRequest { Query = new SeizureQuery { Text = text } },
                    Stop
                );
                Assert.Equal((text, expected), (text, found.Seizures));
            }
        }
    }

    [Theory]
    [InlineData("seizure_date")]
    [InlineData("-seizure_date")]
    public async Task The_first_page_is_the_first_of_all(string sort)
    {
        foreach (SeizureQuery query in Queries)
        {
            IEnumerable<(Case Case, Seizure Seizure)> expected = _naive.Find(query).OrderBy(e => e.Seizure.Id, StringComparer.Ordinal);
            expected = sort[0] == '-' ? expected.OrderByDescending(Day) : expected.OrderBy(Day);
            SearchResult found = await _opened.SearchAsync(
                Reader.Owner,
                new SearchRequest
                {
                    Query = query,
                    Sort = sort,
                    Size = 30,
                },
                Stop
            );
            Assert.Equal(expected.Take(30).Select(e => e.Seizure.Id), found.Hits.Select(h => h.Id));
        }

        static int Day((Case Case, Seizure Seizure) row) => row.Case.SeizureDate.Start.DayNumber;
    }

    // Few combinations are counted in an array, many by sorting: three fields of several values by week have above two million.
    [Theory]
    [InlineData(Bucket.Month, "reporting_country", "product")]
    [InlineData(Bucket.Week, "leg", "concealment", "transit_countries")]
    [InlineData(Bucket.None, "leg", "path")]
    [InlineData(Bucket.Year)]
    public async Task Tabulations_count_what_there_is(Bucket bucket, params string[] fields)
    {
        foreach (SeizureQuery query in Queries)
        {
            var request = new TabulationRequest(query, fields, Measure.Count, bucket);
            Tabulation found = await _opened.TabulateAsync(Reader.Owner, request, Stop);
            Assert.Equal(_naive.Rows(Reader.Owner, request), found.Rows.Select(NaiveIndex.Text));
        }
    }

    [Fact]
    public void Frequent_words_stand_as_bits_in_the_file()
    {
        using var file = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "index", "index.db")};Pooling=False");
        file.Open();
        using SqliteCommand words = file.CreateCommand();
        // Each of eight narratives stands in an eighth of the cases, frozen fish in a quarter, each place in a quarter.
        words.CommandText = "SELECT count(*) FROM word_bits WHERE word IN ('lorry', 'frozen', 'algeciras')";
        Assert.Equal(3L, words.ExecuteScalar());
    }

    private static bool Says(Case one, string words) => one.Narrative?.Contains(words, StringComparison.Ordinal) == true;

    private EmbeddedIndex Open() => IndexSample.Open(_folder.FullName);
}
