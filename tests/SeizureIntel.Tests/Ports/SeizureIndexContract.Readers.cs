using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Ports;

// Who asks.
public abstract partial class SeizureIndexContract
{
    private static readonly string[] Fields = ["product", "reporting_country", "concealment", "leg", "case_id", "marking", "case_headings"];

    private static readonly Reader[] AllReaders =
    [
        Reader.Owner,
        .. Enum.GetValues<Marking>().Select(Reader.UpTo),
        Reader.Of(Marking.Red, ["ES"]),
        Reader.Of(Marking.Amber, ["ES", "PT", "NL"]),
        Reader.Of(Marking.Clear, ["CO"]),
        Reader.Of(Marking.Red, [NonValue.Unknown]),
        Reader.Of(Marking.Red, ["*", "=ES", "", "Spain"]),
        Reader.Of(Marking.Red, []),
    ];

    public static TheoryData<string> Readers => [.. AllReaders.Select(r => r.Key).Distinct()];

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_reader_finds_what_they_may_see_whatever_is_asked(string key)
    {
        ISeizureIndex index = await SharedAsync();
        Reader reader = AllReaders.First(r => r.Key == key);
        foreach (SeizureQuery query in Queries.Select(q => SeizureQueryJson.Read((string)q.Data)))
        {
            (Case Case, Seizure Seizure)[] expected = Naive.Find(reader, query);

            SearchResult result = await index.SearchAsync(
                reader,
                new SearchRequest
                {
                    Query = query,
                    Facets = Fields,
                    FacetSize = 5,
                    Size = 10_000,
                },
                Stop
            );
            Tabulation tabulation = await index.TabulateAsync(reader, new(query, ["product"], Measure.Cases, Bucket.Year), Stop);

            Assert.Equal(
                expected.Select(r => r.Seizure.Id).Order(StringComparer.Ordinal),
                result.Hits.Select(h => h.Id).Order(StringComparer.Ordinal)
            );
            Assert.Equal((expected.Length, expected.Select(r => r.Case.Id).Distinct().Count()), (result.Seizures, result.Cases));
            foreach (string field in Fields)
                Assert.Equal(Naive.Facet(reader, query, field, 5).Values, result.Facets[field].Values);
            Assert.Equal(Naive.Rows(reader, new(query, ["product"], Measure.Cases, Bucket.Year)), tabulation.Rows.Select(NaiveIndex.Text));
            Assert.Equal((expected.Length, result.Cases), (tabulation.Of, tabulation.Total));
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_reader_cannot_tell_the_index_from_one_that_holds_nothing_else(string key)
    {
        ISeizureIndex index = await Filled();
        Reader reader = AllReaders.First(r => r.Key == key);
        List<string> ofWhole = await AnswersAsync(index, reader);

        await index.RebuildAsync(InBatches([.. Sample.Where(c => reader.Sees(c.ReportingCountry.Code, c.Marking))], 50), Stop);

        Assert.Equal(await AnswersAsync(index, Reader.Owner), ofWhole);
    }

    [Fact]
    public async Task A_query_for_more_than_a_reader_may_see_finds_no_more()
    {
        ISeizureIndex index = await SharedAsync();
        var reader = Reader.Of(Marking.Amber, ["ES"]);
        int seen = Naive.Find(reader, SeizureQuery.All).Length;
        SeizureQuery[] greedy =
        [
            SeizureQuery.All,
            SeizureQuery.All.With("marking", "*"),
            SeizureQuery.All.With("marking", [.. Markings.All, NonValue.NotStated]),
            SeizureQuery.All.With("reporting_country", "ES", "PT", "*", NonValue.NotStated, NonValue.Unknown),
            new SeizureQuery { And = SeizureQuery.All.With("marking", [.. Markings.All]) },
            new SeizureQuery { Not = new Dictionary<string, IReadOnlyList<string>> { ["reporting_country"] = ["PT"] } },
        ];

        Assert.NotEqual(0, seen);
        foreach (SeizureQuery query in greedy)
            Assert.Equal(seen, (await index.SearchAsync(reader, new SearchRequest { Query = query }, Stop)).Seizures);
        Assert.Equal(
            0,
            (await index.SearchAsync(reader, new SearchRequest { Query = SeizureQuery.All.With("reporting_country", "PT") }, Stop)).Seizures
        );
    }

    [Fact]
    public async Task What_was_written_of_a_closed_heading_is_found_and_read_by_who_may_see_everything_alone()
    {
        Case open = IndexSample.Plain("open", new DateOnly(2024, 1, 1)) with { Narrative = "a laptop in a bag" },
            closed =
                IndexSample.Plain(
                    "closed",
                    new DateOnly(2024, 1, 2),
                    IndexSample.Line("closed") with
                    {
                        Heading = new("H12", null),
                    },
                    IndexSample.Line("beside") with
                    {
                        Heading = new("H01", null),
                    }
                ) with
                {
                    Narrative = "a laptop and a drive",
                };
        ISeizureIndex index = NewIndex();
        await index.FeedAsync([open, closed], Stop);
        var below = Reader.UpTo(Marking.AmberStrict);

        Assert.Equal("open", await IdsAsync(index, below, new SeizureQuery { Text = "laptop" }));
        Assert.Equal("open", await IdsAsync(index, below, new SeizureQuery { And = new SeizureQuery { Text = "laptop" } }));
        Assert.Equal("", await IdsAsync(index, below, new SeizureQuery { Text = "drive" }));
        // What is left out by words would tell of them as much as what is found.
        Assert.Equal("open", await IdsAsync(index, below, new SeizureQuery { Without = "drive" }));
        Assert.Equal("open", await IdsAsync(index, Reader.Owner, new SeizureQuery { Without = "drive" }));
        Assert.Equal("", await IdsAsync(index, below, new SeizureQuery { Without = "laptop" }));
        Assert.Equal("open", await IdsAsync(index, below, SeizureQuery.All.With("narrative", "*")));
        Assert.Equal(
            "",
            await IdsAsync(index, below, new SeizureQuery { Not = new Dictionary<string, IReadOnlyList<string>> { ["narrative"] = ["*"] } })
        );
        Assert.Equal("beside closed open", await IdsAsync(index, below, SeizureQuery.All));
        Assert.Equal("a laptop in a bag||", await NarrativesAsync(index, below));
        Assert.Equal("beside closed open", await IdsAsync(index, Reader.Owner, new SeizureQuery { Text = "laptop" }));
        Assert.Equal("a laptop in a bag|a laptop and a drive|a laptop and a drive", await NarrativesAsync(index, Reader.Owner));
        SearchResult hits = await index.SearchAsync(below, new SearchRequest { Query = SeizureQuery.All }, Stop);
        Assert.Equal(["open"], hits.Hits.Where(h => h.Values.ContainsKey("narrative")).Select(h => h.Id));
    }

    [Fact]
    public async Task A_field_above_a_readers_clearance_is_neither_shown_nor_asked_for()
    {
        Case one = IndexSample.Plain("one", new DateOnly(2024, 1, 1)) with { Marking = Marking.Clear, Nationalities = [new("ES", null)] };
        ISeizureIndex index = NewIndex();
        await index.FeedAsync([one], Stop);
        Reader green = Reader.UpTo(Marking.Green),
            amber = Reader.UpTo(Marking.Amber);
        SeizureQuery all = SeizureQuery.All;
        SearchRequest[] refused =
        [
            new() { Query = all.With("nationalities", "*") },
            new() { Query = new SeizureQuery { Not = new Dictionary<string, IReadOnlyList<string>> { ["nationalities"] = ["ES"] } } },
            new() { Query = new SeizureQuery { And = all.With("nationalities", NonValue.NotStated) } },
            new() { Query = all, Facets = ["nationalities"] },
            new() { Query = all, Sort = "-nationalities" },
        ];

        foreach (SearchRequest request in refused)
        {
            ArgumentException told = await Assert.ThrowsAsync<ArgumentException>(() => index.SearchAsync(green, request, Stop));
            Assert.StartsWith("nationalities is shown to readers of TLP:AMBER and above.", told.Message, StringComparison.Ordinal);
            Assert.Equal(
                request.Query.And is null && request.Query.Not.Count == 0 ? 1 : 0,
                (await index.SearchAsync(amber, request, Stop)).Seizures
            );
        }

        await Assert.ThrowsAsync<ArgumentException>(() => index.TabulateAsync(green, new(all, ["nationalities"]), Stop));
        await Assert.ThrowsAsync<ArgumentException>(async () =>
        {
            await foreach (SeizureBatch _ in index.ReadAsync(green, all, ["nationalities"], Stop)) { }
        });
        Assert.False((await index.SearchAsync(green, new SearchRequest { Query = all }, Stop)).Hits[0].Values.ContainsKey("nationalities"));
        Assert.True((await index.SearchAsync(amber, new SearchRequest { Query = all }, Stop)).Hits[0].Values.ContainsKey("nationalities"));
    }

    private static async Task<string> IdsAsync(ISeizureIndex index, Reader reader, SeizureQuery query)
    {
        SearchResult found = await index.SearchAsync(reader, new SearchRequest { Query = query }, Stop);
        Assert.Equal(found.Hits.Count, found.Seizures);
        return string.Join(' ', found.Hits.Select(h => h.Id).Order(StringComparer.Ordinal));
    }

    private static async Task<string> NarrativesAsync(ISeizureIndex index, Reader reader)
    {
        var read = new List<string?>();
        await foreach (SeizureBatch batch in index.ReadAsync(reader, SeizureQuery.All, ["narrative"], Stop))
            read.AddRange(batch.Texts["narrative"]);
        return string.Join('|', read);
    }

    // Everything that an index says: hits in their order over all pages, totals, facets, figures, columns, words.
    private static async Task<List<string>> AnswersAsync(ISeizureIndex index, Reader reader)
    {
        var told = new List<string>();
        foreach (string sort in new[] { "-seizure_date", "product", "-place_name", "quantity", "-concealment" })
        {
            string? cursor = null;
            do
            {
                SearchResult page = await index.SearchAsync(
                    reader,
                    new SearchRequest
                    {
                        Query = SeizureQuery.All,
                        Sort = sort,
                        Size = 50,
                        Cursor = cursor,
                        Facets = Fields,
                        FacetSize = 3,
                    },
                    Stop
                );
                told.Add(string.Create(CultureInfo.InvariantCulture, $"{sort} {page.Seizures} {page.Cases}"));
                told.AddRange(page.Hits.Select(h => h.Id));
                told.AddRange(
                    page.Facets.OrderBy(f => f.Key, StringComparer.Ordinal)
                        .Select(f =>
                            $"{f.Key} {f.Value.Known}/{f.Value.Of} {string.Join(' ', f.Value.Values.Select(v => $"{v.Value}={v.Count}"))}"
                        )
                );
                cursor = page.Cursor;
            } while (cursor is not null);
        }

        foreach (string text in new[] { "lorry", "spain", "cocaine", "ref/12", "\"doble fondo\"" })
        {
            SearchResult found = await index.SearchAsync(reader, new SearchRequest { Query = new SeizureQuery { Text = text } }, Stop);
            told.Add(string.Create(CultureInfo.InvariantCulture, $"{text} {found.Seizures} {found.Cases}"));
            told.AddRange(found.Hits.SelectMany(h => h.Highlights.Select(Marked).Prepend(h.Id)));
        }

        foreach (string text in new[] { "lory", "spian", "cocane", "algesiras", "doble fundo" })
            told.AddRange(await SuggestedAsync(index, text, reader));

        foreach (Measure measure in Enum.GetValues<Measure>())
        {
            Tabulation counted = await index.TabulateAsync(
                reader,
                new(SeizureQuery.All, ["reporting_country", "marking"], measure, Bucket.Month),
                Stop
            );
            told.Add(string.Create(CultureInfo.InvariantCulture, $"{measure} {counted.Known}/{counted.Of} {counted.Total}"));
            told.AddRange(counted.Rows.Select(NaiveIndex.Text));
        }

        await foreach (SeizureBatch batch in index.ReadAsync(reader, SeizureQuery.All, ["marking", "narrative"], Stop))
        {
            SeizureColumn marking = batch.Coded["marking"];
            for (int i = 0; i < batch.Count; i++)
                told.Add($"{batch.Days.Span[i]} {marking.Values[marking.Codes.Span[i]]} {batch.Texts["narrative"][i]}");
        }

        return told;
    }
}
