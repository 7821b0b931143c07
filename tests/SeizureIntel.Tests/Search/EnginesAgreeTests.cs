using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Elasticsearch;
using SeizureIntel.Search.Embedded;
using SeizureIntel.Tests.Etl;
using SeizureIntel.Tests.Search.Elasticsearch;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Search;

/// <summary>Both engines hold the same generated cases in all thirteen headings and are asked the same generated questions.</summary>
public sealed class EnginesAgreeTests(ElasticsearchServer server) : IAsyncLifetime
{
    private const int Cases = 600;
    private const int Queries = 320;
    private const int Tabulations = 120;
    private const int Mistyped = 100;
    private const string Seed = "0N0XIzNsQ0O2";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-engines-");
    private EmbeddedIndex? _embedded;
    private ElasticsearchIndex? _elasticsearch;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var options = await server.OptionsAsync();
        _embedded = new EmbeddedIndex(_folder.FullName, Shipped.Lists, TimeProvider.System, NullLogger<EmbeddedIndex>.Instance);
        _elasticsearch = new ElasticsearchIndex(options, Shipped.Lists, TimeProvider.System, NullLogger<ElasticsearchIndex>.Instance);
        var cases = GeneratedCases.Of(Cases, Seed);
        Assert.Equal(13, cases.SelectMany(c => c.Seizures).Select(s => s.Heading.Code).Distinct().Count(h => h.StartsWith('H')));
        foreach (var part in cases.Chunk(250))
        {
            await _embedded.FeedAsync(part, Stop);
            await _elasticsearch.FeedAsync(part, Stop);
        }
    }

    public ValueTask DisposeAsync()
    {
        _embedded?.Dispose();
        _elasticsearch?.Dispose();
        _folder.Delete(recursive: true);
        return default;
    }

    [Fact]
    public async Task Every_search_has_the_same_hits_in_the_same_order_the_same_totals_and_facets()
    {
        int found = 0;
        foreach (
            (Reader reader, SearchRequest request) in Generated(
                Gen.Select(GeneratedQuestions.Readers, GeneratedQuestions.Searches),
                Queries
            )
        )
        {
            string question = $"{SeizureQueryJson.Write(request.Query)} by {request.Sort} for {reader.Key}";
            SearchResult ours = await _embedded!.SearchAsync(reader, request, Stop),
                theirs = await _elasticsearch!.SearchAsync(reader, request, Stop);

            Assert.Equal((question, ours.Seizures, ours.Cases), (question, theirs.Seizures, theirs.Cases));
            Assert.Equal(ours.Hits.Select(h => h.Id).Prepend(question), theirs.Hits.Select(h => h.Id).Prepend(question));
            Assert.Equal(ours.Hits.Select(Shown), theirs.Hits.Select(Shown));
            foreach (string field in request.Facets)
                Assert.Equal(Shown(question, field, ours.Facets[field]), Shown(question, field, theirs.Facets[field]));
            Assert.Equal((question, ours.Cursor is null), (question, theirs.Cursor is null));
            if (ours.Cursor is not null)
            {
                SearchResult oursNext = await _embedded.SearchAsync(reader, request with { Cursor = ours.Cursor }, Stop),
                    theirsNext = await _elasticsearch.SearchAsync(reader, request with { Cursor = theirs.Cursor }, Stop);
                Assert.Equal(oursNext.Hits.Select(h => h.Id).Prepend(question), theirsNext.Hits.Select(h => h.Id).Prepend(question));
            }

            found += ours.Seizures > 0 ? 1 : 0;
        }

        // Questions that find nothing would agree for the wrong reason; a reader of few countries rightly finds less than the owner.
        Assert.InRange(found, Queries * 2 / 5, Queries);
    }

    [Fact]
    public async Task Every_mistyped_word_has_the_same_words_near_it()
    {
        int told = 0;
        foreach ((Reader reader, string word) in Generated(Gen.Select(GeneratedQuestions.Readers, GeneratedQuestions.Mistyped), Mistyped))
        {
            IReadOnlyList<WordSuggestion> ours = await _embedded!.SuggestAsync(reader, word, Stop),
                theirs = await _elasticsearch!.SuggestAsync(reader, word, Stop);

            Assert.Equal((reader.Key, word, string.Join(' ', ours)), (reader.Key, word, string.Join(' ', theirs)));
            told += ours.Count;
        }

        Assert.InRange(told, Mistyped / 2, int.MaxValue);
    }

    [Fact]
    public async Task Every_cell_of_every_tabulation_is_the_same()
    {
        int rows = 0;
        foreach (
            (Reader reader, TabulationRequest request) in Generated(
                Gen.Select(GeneratedQuestions.Readers, GeneratedQuestions.Tabulations),
                Tabulations
            )
        )
        {
            string question =
                $"{SeizureQueryJson.Write(request.Query)} {request.Measure} by {string.Join(',', request.Dimensions)} {request.Bucket} for {reader.Key}";
            Tabulation ours = await _embedded!.TabulateAsync(reader, request, Stop),
                theirs = await _elasticsearch!.TabulateAsync(reader, request, Stop);

            Assert.Equal((question, ours.Known, ours.Of, ours.Total), (question, theirs.Known, theirs.Of, theirs.Total));
            Assert.Equal(ours.Dimensions, theirs.Dimensions);
            Assert.Equal(ours.Rows.Select(Shown).Prepend(question), theirs.Rows.Select(Shown).Prepend(question));
            rows += ours.Rows.Count;
        }

        Assert.InRange(rows, Tabulations * 5, int.MaxValue);
    }

    [Fact]
    public async Task Both_read_the_same_columns_and_hold_the_same_state()
    {
        Assert.Equal(await _embedded!.StateAsync(Reader.Owner, Stop), await _elasticsearch!.StateAsync(Reader.Owner, Stop));
        string[] fields = ["heading", "product", "quantity", "concealment", "leg", "narrative", "reported_date"];
        Reader[] readers = [Reader.Owner, Reader.Of(Marking.Amber, ["ES", "NL", "CO"]), Reader.Of(Marking.Red, [])];
        foreach (Reader reader in readers)
            Assert.Equal(await ReadAsync(_embedded, reader, fields), await ReadAsync(_elasticsearch, reader, fields));
    }

    private static IReadOnlyList<T> Generated<T>(Gen<T> one, int count)
    {
        T[] all = [];
        one.Array[count].Sample(made => all = made, seed: Seed, iter: 1, threads: 1);
        return all;
    }

    private static async Task<List<string>> ReadAsync(ISeizureIndex index, Reader reader, string[] fields)
    {
        var read = new List<string>();
        await foreach (SeizureBatch batch in index.ReadAsync(reader, SeizureQuery.All, fields, Stop))
        {
            for (int i = 0; i < batch.Count; i++)
            {
                read.Add(
                    string.Join(
                        " / ",
                        batch.Days.Span[i],
                        string.Join(' ', batch.Coded.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => Codes(c.Value, i))),
                        batch.Numbers["quantity"].Span[i].ToString("R", CultureInfo.InvariantCulture),
                        batch.Numbers["reported_date"].Span[i].ToString("R", CultureInfo.InvariantCulture),
                        batch.Texts["narrative"][i]
                    )
                );
            }
        }

        return read;
    }

    private static string Codes(SeizureColumn column, int i)
    {
        var codes = new List<string>();
        for (int at = column.Starts.Span[i]; at < column.Starts.Span[i + 1]; at++)
            codes.Add(column.Values[column.Codes.Span[at]]);
        return string.Join('+', codes);
    }

    private static string Shown(SeizureHit hit) =>
        hit.Id
        + ": "
        + string.Join("; ", hit.Values.Select(v => $"{v.Key}={string.Join(',', v.Value.Distinct())}").Order(StringComparer.Ordinal))
        + string.Concat(hit.Highlights.Select(h => $"\n{h.Field} '{h.Text}' {string.Join(' ', h.Marks)}"));

    private static string Shown(string question, string field, Facet facet) =>
        $"{question} {field} {facet.Known}/{facet.Of}: {string.Join(' ', facet.Values.Select(v => $"{v.Value}={v.Count}"))}";

    // Sums are compared to twelve digits: the engines add in different orders (docs/decisions, Elasticsearch by the official client).
    private static string Shown(TabulationRow row) =>
        $"{string.Join('|', row.Key)} = {row.Value.ToString("G12", CultureInfo.InvariantCulture)} ({row.LeftOut})";
}
