using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Ports;

/// <summary>What every index must answer; the expected figures come from a naive evaluation over the same cases.</summary>
public abstract partial class SeizureIndexContract
{
    private static readonly IReadOnlyList<Case> Sample = IndexSample.Cases(300, seed: 11);

    private static readonly NaiveIndex Naive = new(Sample, IndexSample.Lists);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An empty index that knows the code lists of <see cref="IndexSample"/>.</summary>
    protected abstract ISeizureIndex NewIndex();

    public static TheoryData<string> Queries =>
        [
            """{}""",
            """{"where":{"product":["COC"]}}""",
            """{"where":{"product":["COC_HCL","CIG"],"reporting_country":["ES","PT"]}}""",
            """{"where":{"concealment":["5"]}}""",
            """{"where":{"concealment":["=5"]}}""",
            """{"where":{"product":["=COC"]}}""",
            """{"where":{"concealment":["5.4","NOT_STATED"]}}""",
            """{"where":{"concealment_how":["*"]},"not":{"product":["CAN"]}}""",
            """{"where":{"leg":["CO>ES","MA>ES"]}}""",
            """{"where":{"path":["*"]},"not":{"transit_countries":["*"]}}""",
            """{"where":{"case_headings":["H02"]}}""",
            """{"where":{"outlier_flags":["QTY_EXTREME"],"source":["alpha"]}}""",
            """{"where":{"place_name":["Algeciras"]}}""",
            """{"where":{"persons_intercepted":["2","NOT_STATED"]}}""",
            """{"where":{"narrative":["*"]}}""",
            """{"where":{"reporting_country":["UNKNOWN"]}}""",
            """{"where":{"product":["NO_SUCH_CODE"]}}""",
            """{"where":{"product":[]}}""",
            """{"from":"2024-03-01","to":"2024-03-31"}""",
            """{"where":{"marking":["TLP:CLEAR","TLP:GREEN"]}}""",
            """{"where":{"heading":["H01"]},"from":"2024-06-01","not":{"marking":["TLP:AMBER+STRICT","TLP:RED"]}}""",
            """{"where":{"concealment":["5.4"]},"and":{"where":{"concealment":["5"]},"and":{"where":{"leg":["CO>ES"]}}}}""",
        ];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_finds_the_seizures_that_fulfil_each_condition(string query)
    {
        ISeizureIndex index = await SharedAsync();
        SeizureQuery asked = SeizureQueryJson.Read(query);
        (Case Case, Seizure Seizure)[] expected = Naive.Find(asked);

        SearchResult result = await index.SearchAsync(Reader.Owner, new SearchRequest { Query = asked, Size = 10_000 }, Stop);

        Assert.Equal(
            expected.Select(r => r.Seizure.Id).Order(StringComparer.Ordinal),
            result.Hits.Select(h => h.Id).Order(StringComparer.Ordinal)
        );
        Assert.Equal((expected.Length, expected.Select(r => r.Case.Id).Distinct().Count()), (result.Seizures, result.Cases));
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Facets_count_a_seizure_once_under_each_of_its_values(string query)
    {
        ISeizureIndex index = await SharedAsync();
        SeizureQuery asked = SeizureQueryJson.Read(query);
        string[] fields = ["product", "reporting_country", "concealment", "leg", "path", "case_id", "outlier_flags", "marking"];

        SearchResult result = await index.SearchAsync(
            Reader.Owner,
            new SearchRequest
            {
                Query = asked,
                Facets = fields,
                FacetSize = 4,
            },
            Stop
        );

        foreach (string field in fields)
        {
            Facet expected = Naive.Facet(Reader.Owner, asked, field, 4);
            Assert.Equal((field, expected.Known, expected.Of), (field, result.Facets[field].Known, result.Facets[field].Of));
            Assert.Equal(expected.Values, result.Facets[field].Values);
        }
    }

    [Theory]
    [InlineData("", Measure.Count, Bucket.None)]
    [InlineData("product", Measure.Count, Bucket.None)]
    [InlineData("product,reporting_country", Measure.Count, Bucket.Week)]
    [InlineData("heading", Measure.Count, Bucket.Day)]
    [InlineData("heading", Measure.Count, Bucket.Month)]
    [InlineData("concealment,concealment_how", Measure.Count, Bucket.Year)]
    [InlineData("", Measure.Cases, Bucket.Month)]
    [InlineData("product", Measure.Cases, Bucket.Year)]
    [InlineData("concealment,leg", Measure.Cases, Bucket.None)]
    [InlineData("", Measure.Quantity, Bucket.None)]
    [InlineData("product", Measure.Quantity, Bucket.Month)]
    [InlineData("concealment,product", Measure.Quantity, Bucket.None)]
    [InlineData(
        "case_id,path,leg,case_headings,concealment,reporting_country,destination_country,concealment_how,product,submission,origin_country,transit_countries",
        Measure.Cases,
        Bucket.Week
    )]
    public async Task Tabulations_agree_with_counting_by_hand(string dimensions, Measure measure, Bucket bucket)
    {
        ISeizureIndex index = await SharedAsync();
        foreach (
            SeizureQuery query in new[] { SeizureQuery.All, SeizureQuery.All.With("heading", "H01").Within(new DateOnly(2024, 2, 1), null) }
        )
        {
            var request = new TabulationRequest(query, dimensions.Split(',', StringSplitOptions.RemoveEmptyEntries), measure, bucket);

            Tabulation tabulation = await index.TabulateAsync(Reader.Owner, request, Stop);

            Assert.Equal(Naive.Rows(Reader.Owner, request), tabulation.Rows.Select(NaiveIndex.Text));
        }
    }

    [Fact]
    public async Task Being_made_ready_changes_no_answer()
    {
        ISeizureIndex index = NewIndex();
        await index.PrepareAsync(100, Stop);
        Assert.Equal(0, (await index.StateAsync(Reader.Owner, Stop)).Seizures);
        await index.FeedAsync(IndexSample.Cases(30, seed: 5), Stop);
        IndexState before = await index.StateAsync(Reader.Owner, Stop);

        await index.PrepareAsync(0, Stop);

        Assert.Equal(before, await index.StateAsync(Reader.Owner, Stop));
    }

    [Fact]
    public async Task A_tabulation_says_how_many_seizures_are_known_and_counts_each_once_in_total()
    {
        ISeizureIndex index = await SharedAsync();
        (Case Case, Seizure Seizure)[] all = Naive.Find(SeizureQuery.All);
        int withBoth = all.Count(r =>
            NaiveIndex.ValuesOf("concealment", r.Case, r.Seizure).Any(v => !NonValue.Is(v))
            && (r.Case.SeizureDate.Precision is DatePrecision.Day or DatePrecision.Month)
            && r.Seizure.Quantity is not null
        );
        Assert.NotEqual(0, withBoth);

        Tabulation quantity = await index.TabulateAsync(
            Reader.Owner,
            new(SeizureQuery.All, ["concealment"], Measure.Quantity, Bucket.Month),
            Stop
        );
        Tabulation count = await index.TabulateAsync(Reader.Owner, new(SeizureQuery.All, ["concealment"]), Stop);
        Tabulation cases = await index.TabulateAsync(Reader.Owner, new(SeizureQuery.All, ["concealment"], Measure.Cases), Stop);

        Assert.Equal((withBoth, all.Length, 0), (quantity.Known, quantity.Of, quantity.Total));
        Assert.Equal(["concealment", "unit", "month"], quantity.Dimensions);
        Assert.Equal((all.Length, 300), (count.Total, cases.Total));
    }

    [Fact]
    public async Task State_counts_and_hashes_what_was_fed()
    {
        ISeizureIndex index = await SharedAsync();
        ulong sum = 0;
        foreach ((Case one, Seizure seizure) in Naive.Find(SeizureQuery.All))
            sum = unchecked(sum + SeizureChecksum.Of(one, seizure));

        Assert.Equal(new IndexState(Naive.Find(SeizureQuery.All).Length, 300, $"{sum:x16}"), await index.StateAsync(Reader.Owner, Stop));
    }

    [Fact]
    public async Task The_version_changes_with_everything_fed_and_with_nothing_else()
    {
        ISeizureIndex index = NewIndex();
        var seen = new List<string?> { await index.VersionAsync(Stop) };
        await index.FeedAsync([.. Sample.Take(5)], Stop);
        seen.Add(await index.VersionAsync(Stop));
        await index.FeedAsync([.. Sample.Skip(5).Take(5)], Stop);
        seen.Add(await index.VersionAsync(Stop));

        // The same case with another text alone.
        await index.FeedAsync([Sample[3] with { Narrative = "Found under a load of oranges." }], Stop);
        seen.Add(await index.VersionAsync(Stop));
        await index.RebuildAsync(InBatches([.. Sample.Take(9)], 4), Stop);
        seen.Add(await index.VersionAsync(Stop));

        Assert.All(seen, Assert.NotNull);
        Assert.Distinct(seen);
        await index.FeedAsync([], Stop);
        await index.SearchAsync(Reader.Owner, new SearchRequest { Query = new SeizureQuery { Text = "lorry" } }, Stop);
        await index.StateAsync(Reader.Owner, Stop);
        Assert.Equal(seen[^1], await index.VersionAsync(Stop));
    }

    [Fact]
    public async Task An_empty_index_answers_with_zeros()
    {
        ISeizureIndex index = NewIndex();

        SearchResult result = await index.SearchAsync(
            Reader.Owner,
            new SearchRequest
            {
                Query = new SeizureQuery { Text = "cocaine" },
                Facets = ["product"],
            },
            Stop
        );
        Tabulation tabulation = await index.TabulateAsync(Reader.Owner, new(SeizureQuery.All.With("product", "COC"), ["product"]), Stop);

        Assert.Equal((0, 0, 0, 0), (result.Seizures, result.Hits.Count, result.Facets["product"].Values.Count, tabulation.Rows.Count));
        Assert.Equal(new IndexState(0, 0, "0000000000000000"), await index.StateAsync(Reader.Owner, Stop));
    }

    [Fact]
    public async Task A_seizure_fed_again_replaces_the_one_before()
    {
        ISeizureIndex index = await Filled();
        Case changed = Sample[7] with
        {
            Seizures = [.. Sample[7].Seizures.Select(s => s with { Product = new Stated("GUN", null), Brand = "Replaced" })],
        };
        Case[] now = [.. Sample.Where(c => c.Id != changed.Id), changed];

        await index.FeedAsync([changed], Stop);
        await index.FeedAsync([changed], Stop);

        var expected = new NaiveIndex(now, IndexSample.Lists);
        Tabulation tabulation = await index.TabulateAsync(Reader.Owner, new(SeizureQuery.All, ["product"], Measure.Count), Stop);
        Assert.Equal(expected.Rows(Reader.Owner, new(SeizureQuery.All, ["product"])), tabulation.Rows.Select(NaiveIndex.Text));
        SearchResult found = await index.SearchAsync(
            Reader.Owner,
            new SearchRequest { Query = new SeizureQuery { Text = "replaced" } },
            Stop
        );
        Assert.Equal(changed.Seizures.Count, found.Seizures);
    }

    [Fact]
    public async Task A_rebuild_holds_the_new_cases_and_nothing_else()
    {
        ISeizureIndex index = await Filled();
        IReadOnlyList<Case> other = IndexSample.Cases(50, seed: 12);

        (int seizures, IReadOnlyList<RefusedSeizure> refused) = await index.RebuildAsync(InBatches(other, 7), Stop);
        Assert.Empty(refused);

        ulong sum = 0;
        foreach (Case one in other)
        foreach (Seizure seizure in one.Seizures)
            sum = unchecked(sum + SeizureChecksum.Of(one, seizure));
        Assert.Equal(other.Sum(c => c.Seizures.Count), seizures);
        Assert.Equal(new IndexState(seizures, 50, $"{sum:x16}"), await index.StateAsync(Reader.Owner, Stop));
        SearchResult lorries = await index.SearchAsync(
            Reader.Owner,
            new SearchRequest { Query = new SeizureQuery { Text = "lorry" } },
            Stop
        );
        Assert.Equal(
            other.Where(c => c.Narrative?.Contains("lorry", StringComparison.Ordinal) == true).Sum(c => c.Seizures.Count),
            lorries.Seizures
        );
    }

    [Fact]
    public async Task A_rebuild_that_breaks_off_leaves_the_old_index()
    {
        ISeizureIndex index = await Filled();
        IndexState before = await index.StateAsync(Reader.Owner, Stop);

        await Assert.ThrowsAsync<TimeoutException>(() => index.RebuildAsync(Broken(), Stop));

        Assert.Equal(before, await index.StateAsync(Reader.Owner, Stop));

        static async IAsyncEnumerable<IReadOnlyList<Case>> Broken()
        {
            yield return IndexSample.Cases(5, seed: 1);
            await Task.Yield();
            throw new TimeoutException("The store went away.");
        }
    }

    [Fact]
    public async Task A_search_during_a_rebuild_sees_the_old_index()
    {
        ISeizureIndex index = await Filled();
        IndexState before = await index.StateAsync(Reader.Owner, Stop);
        IndexState? during = null;
        int words = 0;

        await index.RebuildAsync(Watched(), Stop);

        Assert.Equal(before, during);
        Assert.NotEqual(0, words);

        async IAsyncEnumerable<IReadOnlyList<Case>> Watched()
        {
            yield return IndexSample.Cases(5, seed: 1);
            during = await index.StateAsync(Reader.Owner, Stop);
            words = (
                await index.SearchAsync(Reader.Owner, new SearchRequest { Query = new SeizureQuery { Text = "lorry" } }, Stop)
            ).Seizures;
        }
    }

    [Theory]
    [InlineData("no_such_field")]
    [InlineData("narrative")]
    [InlineData("quantity")]
    public async Task A_field_without_codes_is_no_dimension_and_no_facet(string field)
    {
        ISeizureIndex index = await SharedAsync();
        ArgumentException wrong = await Assert.ThrowsAsync<ArgumentException>(() =>
            index.TabulateAsync(Reader.Owner, new(SeizureQuery.All, [field]), Stop)
        );
        Assert.Contains(field, wrong.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            index.SearchAsync(Reader.Owner, new SearchRequest { Query = SeizureQuery.All, Facets = [field] }, Stop)
        );
    }

    /// <summary>An index that holds the sample and is only read: an engine whose indices are dear may hand out the same one again.</summary>
    protected virtual Task<ISeizureIndex> SharedAsync() => Filled();

    protected async Task<ISeizureIndex> Filled()
    {
        ISeizureIndex index = NewIndex();
        await index.FeedAsync([.. Sample.Take(120)], Stop);
        await index.FeedAsync([.. Sample.Skip(120).Take(3)], Stop);
        await index.FeedAsync([.. Sample.Skip(123)], Stop);
        return index;
    }

    [Theory]
    [InlineData("submission")]
    [InlineData("case_id")]
    public async Task What_is_taken_out_is_in_no_answer_and_may_come_again(string field)
    {
        ISeizureIndex index = await Filled();
        string value = field == "case_id" ? Sample[7].Id : Sample[7].SubmissionId;
        Case[] left = [.. Sample.Where(c => (field == "case_id" ? c.Id : c.SubmissionId) != value)];
        Assert.InRange(left.Length, 1, Sample.Count - 1);
        string? version = await index.VersionAsync(Stop);

        await index.RemoveAsync(new(field, value), Stop);
        await index.RemoveAsync(new(field, "none"), Stop);
        SearchResult result = await index.SearchAsync(Reader.Owner, new SearchRequest { Query = SeizureQuery.All, Size = 10_000 }, Stop);
        Assert.Equal(
            left.SelectMany(c => c.Seizures).Select(s => s.Id).Order(StringComparer.Ordinal),
            result.Hits.Select(h => h.Id).Order(StringComparer.Ordinal)
        );
        Assert.Equal(left.Length, (await index.StateAsync(Reader.Owner, Stop)).Cases);
        Assert.NotEqual(version, await index.VersionAsync(Stop));

        await index.FeedAsync(Sample, Stop);
        Assert.Equal(Sample.Count, (await index.StateAsync(Reader.Owner, Stop)).Cases);
    }

    private static async IAsyncEnumerable<IReadOnlyList<Case>> InBatches(IReadOnlyList<Case> cases, int size)
    {
        foreach (Case[] batch in cases.Chunk(size))
        {
            yield return batch;
            await Task.Yield();
        }
    }
}
