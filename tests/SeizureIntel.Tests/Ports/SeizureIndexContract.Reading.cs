using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Ports;

// Words, pages, hits and columns.
public abstract partial class SeizureIndexContract
{
    private static readonly Case Lorry = IndexSample.Plain("lorry", new DateOnly(2024, 1, 1)) with
    {
        Narrative = "Cigarettes behind the rear seat of a lorry",
        CoverGoods = "Frozen FISH",
        CaseRef = "ES/2024-77",
    };
    private static readonly Case Truck = IndexSample.Plain("truck", new DateOnly(2024, 1, 2)) with
    {
        Narrative = "Camión con doble fondo; lorry seat. Rear door.",
        PlaceName = "São Tomé",
        Operation = "ΣΊΣΥΦΟΣ",
    };
    private static readonly Case Container = IndexSample.Plain("container", new DateOnly(2024, 1, 3)) with
    {
        Narrative = "海關在貨櫃發現可卡因",
        ReportingCountry = new("CO", null),
        PlaceName = "กรุงเทพมหานคร",
    };
    private static readonly Case Straps = IndexSample.Plain(
        "straps",
        new DateOnly(2024, 1, 4),
        IndexSample.Line("straps") with
        {
            Product = new("COC_HCL", null),
            Brand = "Straße",
            FirearmMake = "Walther",
            FirearmModel = "PPK",
        }
    ) with
    {
        Concealments = [new(new("1.1", null), default, default)],
    };

    [Theory]
    [InlineData("lorry", "lorry truck")]
    [InlineData("LORRY cigarettes", "lorry")]
    [InlineData("\"rear seat\"", "lorry")]
    [InlineData("rear seat", "lorry truck")]
    [InlineData("\"lorry frozen\"", "")]
    [InlineData("lorry fish", "lorry")]
    [InlineData("camion", "truck")]
    [InlineData("CAMIÓN", "truck")]
    [InlineData("sao tome", "truck")]
    [InlineData("σισυφος", "truck")]
    [InlineData("es/2024-77", "lorry")]
    [InlineData("strasse", "straps")]
    [InlineData("walther ppk", "straps")]
    [InlineData("海關", "container")]
    [InlineData("可卡因", "container")]
    [InlineData("可因", "")]
    [InlineData("櫃", "container")]
    [InlineData("因", "container")]
    [InlineData("กรุงเทพ", "container")]
    [InlineData("colombia", "container")]
    [InlineData("cocaine", "straps")]
    [InlineData("\"cocaine hydrochloride\" strapped", "straps")]
    [InlineData("\"hydrochloride cocaine\"", "")]
    [InlineData("lor", "")]
    [InlineData("  ", "lorry truck container straps")]
    [InlineData("\"\"", "lorry truck container straps")]
    [InlineData("NEAR OR AND *", "")]
    public async Task Words_find_seizures_by_their_texts_and_the_names_of_their_codes(string text, string expected)
    {
        ISeizureIndex index = NewIndex();
        await index.FeedAsync([Lorry, Truck, Container, Straps], Stop);

        SearchResult result = await index.SearchAsync(
            Reader.Owner,
            new SearchRequest
            {
                Query = new SeizureQuery { Text = text },
                Sort = "seizure_date",
            },
            Stop
        );

        Assert.Equal(expected, string.Join(' ', result.Hits.Select(h => h.Id)));
    }

    [Theory]
    [InlineData("cocaine", "lorry truck container")]
    [InlineData("\"hydrochloride cocaine\"", "lorry truck container straps")]
    [InlineData("colombia walther", "lorry truck")]
    public async Task Words_that_must_not_occur_leave_seizures_out(string without, string expected)
    {
        ISeizureIndex index = NewIndex();
        await index.FeedAsync([Lorry, Truck, Container, Straps], Stop);
        var request = new SearchRequest
        {
            Query = new SeizureQuery { Without = without },
            Sort = "seizure_date",
        };

        SearchResult result = await index.SearchAsync(Reader.Owner, request, Stop);

        Assert.Equal(expected, string.Join(' ', result.Hits.Select(h => h.Id)));
    }

    [Theory]
    [InlineData("-seizure_date")]
    [InlineData("seizure_date")]
    [InlineData("quantity")]
    [InlineData("-quantity")]
    [InlineData("product")]
    [InlineData("-place_name")]
    [InlineData("concealment")]
    [InlineData("-concealment")]
    [InlineData("persons_intercepted")]
    public async Task Pages_follow_one_another_in_the_order_asked_for(string sort)
    {
        ISeizureIndex index = await SharedAsync();
        string field = sort.TrimStart('-');
        bool isDownwards = sort[0] == '-';
        bool isNumber = SeizureFields.Find(field)!.Kind == FieldKind.Number;
        string[] Known((Case Case, Seizure Seizure) r) =>
            [.. NaiveIndex.ValuesOf(field, r.Case, r.Seizure).Where(v => !NonValue.Is(v)).Order(StringComparer.Ordinal)];
        object Key((Case Case, Seizure Seizure) r)
        {
            string chosen = isDownwards ? Known(r)[^1] : Known(r)[0];
            return isNumber ? double.Parse(chosen, System.Globalization.CultureInfo.InvariantCulture) : chosen;
        }

        var order = Comparer<object>.Create(
            (a, b) => isNumber ? ((double)a).CompareTo((double)b) : string.CompareOrdinal((string)a, (string)b)
        );
        (Case Case, Seizure Seizure)[] all = Naive.Find(SeizureQuery.All);
        (Case Case, Seizure Seizure)[] known = [.. all.Where(r => Known(r).Length > 0)];
        IEnumerable<(Case Case, Seizure Seizure)> sorted = isDownwards
            ? known.OrderByDescending(Key, order).ThenBy(r => r.Seizure.Id, StringComparer.Ordinal)
            : known.OrderBy(Key, order).ThenBy(r => r.Seizure.Id, StringComparer.Ordinal);
        string[] expected =
        [
            .. sorted
                .Concat(all.Where(r => Known(r).Length == 0).OrderBy(r => r.Seizure.Id, StringComparer.Ordinal))
                .Select(r => r.Seizure.Id),
        ];

        var found = new List<string>();
        string? cursor = null;
        do
        {
            SearchResult page = await index.SearchAsync(
                Reader.Owner,
                new SearchRequest
                {
                    Query = SeizureQuery.All,
                    Sort = sort,
                    Size = 97,
                    Cursor = cursor,
                },
                Stop
            );
            found.AddRange(page.Hits.Select(h => h.Id));
            cursor = page.Cursor;
        } while (cursor is not null && found.Count < 10_000);

        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData("quatsch")]
    [InlineData("LXNlaXp1cmVfZGF0ZQ==")]
    public async Task A_strange_cursor_is_refused(string cursor)
    {
        ISeizureIndex index = await SharedAsync();
        await Assert.ThrowsAsync<ArgumentException>(() =>
            index.SearchAsync(Reader.Owner, new SearchRequest { Query = SeizureQuery.All, Cursor = cursor }, Stop)
        );
    }

    [Fact]
    public async Task A_hit_shows_every_known_field_and_nothing_missing()
    {
        ISeizureIndex index = await SharedAsync();

        SearchResult result = await index.SearchAsync(Reader.Owner, new SearchRequest { Query = SeizureQuery.All, Size = 10_000 }, Stop);

        var byId = Naive.Find(SeizureQuery.All).ToDictionary(r => r.Seizure.Id);
        Assert.Equal(byId.Count, result.Hits.DistinctBy(h => h.Id).Count());
        foreach (SeizureHit hit in result.Hits)
        {
            (Case one, Seizure seizure) = byId[hit.Id];
            string Shown(string field, IEnumerable<string> values) => field + "=" + string.Join(',', values);
            IEnumerable<string> expected = SeizureFields
                .All.Select(f => (f.Name, Values: NaiveIndex.ValuesOf(f.Name, one, seizure).Where(v => !NonValue.Is(v)).ToArray()))
                .Where(f => f.Values.Length > 0)
                .Select(f => Shown(f.Name, f.Values));
            Assert.Equal(
                expected.Order(StringComparer.Ordinal),
                hit.Values.Select(v => Shown(v.Key, v.Value.Distinct())).Order(StringComparer.Ordinal)
            );
            Assert.Equal(one.Id, hit.CaseId);
        }
    }

    [Fact]
    public async Task Columns_read_back_hold_what_was_fed_in_the_order_received()
    {
        ISeizureIndex index = await SharedAsync();
        SeizureQuery query = SeizureQuery.All.With("source", "alpha");
        (Case Case, Seizure Seizure)[] expected = Naive.Find(query);
        var read = new List<string>();
        var caseNumbers = new Dictionary<int, string>();

        await foreach (
            SeizureBatch batch in index.ReadAsync(
                Reader.Owner,
                query,
                ["product", "concealment", "quantity", "reported_date", "narrative", "place_name"],
                Stop
            )
        )
        {
            for (int i = 0; i < batch.Count; i++)
            {
                read.Add(
                    string.Join(
                        " / ",
                        Codes(batch.Coded["product"], i),
                        Codes(batch.Coded["concealment"], i),
                        batch.Numbers["quantity"].Span[i],
                        batch.Texts["narrative"][i],
                        batch.Texts["place_name"][i],
                        batch.Days.Span[i]
                    )
                );
                Assert.True(double.IsNaN(batch.Numbers["reported_date"].Span[i]));
                string caseId = expected[read.Count - 1].Case.Id;
                Assert.Equal(caseId, caseNumbers.TryAdd(batch.Cases.Span[i], caseId) ? caseId : caseNumbers[batch.Cases.Span[i]]);
            }
        }

        Assert.Equal(
            expected.Select(r =>
                string.Join(
                    " / ",
                    r.Seizure.Product.Code,
                    r.Case.Concealments.Count == 0 ? NonValue.NotStated : string.Join('+', r.Case.Concealments.Select(c => c.Where.Code)),
                    (double?)r.Seizure.Quantity?.Value ?? double.NaN,
                    r.Case.Narrative,
                    r.Case.PlaceName,
                    r.Case.SeizureDate.Start.DayNumber
                )
            ),
            read
        );
        Assert.Equal(expected.Select(r => r.Case.Id).Distinct().Count(), caseNumbers.Count);

        static string Codes(SeizureColumn column, int i) =>
            string.Join('+', column.Codes[column.Starts.Span[i]..column.Starts.Span[i + 1]].ToArray().Select(c => column.Values[c]));
    }
}
