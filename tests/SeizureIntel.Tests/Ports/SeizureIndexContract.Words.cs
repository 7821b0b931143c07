using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Ports;

// Mistyped words, and where the words of a search stand.
public abstract partial class SeizureIndexContract
{
    [Fact]
    public async Task A_word_near_one_that_finds_nothing_is_told_with_what_it_finds()
    {
        ISeizureIndex index = NewIndex();
        await index.FeedAsync(
            [
                Told("1", "tablets in a suitcase"),
                Told("2", "tablets, and a tablet press"),
                Told("3", "tableta; Schmuggel im Lastwagen, 2kgs paracetamol"),
                Told("4", "контрабанда 海關人員"),
                Told("5", null) with
                {
                    Seizures = [IndexSample.Line("5") with { Product = new("COC_HCL", null) }],
                },
            ],
            Stop
        );

        // One letter too many, missing, wrong, exchanged; nearest first, then what finds more, then by letter.
        Assert.Equal(["tabletss>tablets 2", "tabletss>tablet 1", "tabletss>tableta 1"], await SuggestedAsync(index, "tabletss"));
        Assert.Equal(["sutcase>suitcase 1"], await SuggestedAsync(index, "SUTCASE tablets"));
        Assert.Equal(["schmugel>schmuggel 1"], await SuggestedAsync(index, "\"Schmügel im\""));
        Assert.Equal(["prses>press 1"], await SuggestedAsync(index, "prses"));
        Assert.Equal(["paracatemol>paracetamol 1"], await SuggestedAsync(index, "paracatemol"));
        Assert.Equal(["контробанда>контрабанда 1"], await SuggestedAsync(index, "Контробанда"));

        // The names of codes are searched as texts are, but only for what is there: nothing holds cannabis.
        Assert.Equal(["hydrocloride>hydrochloride 1"], await SuggestedAsync(index, "hydrocloride canabis"));

        // Found as it is; the first letter wrong; three letters wrong; short; with a digit; a script without spaces; nothing at all.
        foreach (string text in new[] { "tablets", "nuitcase", "suetcsy", "tabx", "ims", "3kgs", "海口", "", "\"" })
            Assert.Equal((text, ""), (text, string.Join(' ', await SuggestedAsync(index, text))));
    }

    [Fact]
    public async Task A_reader_is_told_no_word_that_they_do_not_find()
    {
        ISeizureIndex index = NewIndex();
        Case spain = Told("es", "sildenafil in a van") with { ReportingCountry = new("ES", null), Marking = Marking.Green },
            red = Told("red", "tramadol sildenafyl") with { ReportingCountry = new("ES", null), Marking = Marking.Red },
            closed =
                Told("closed", "sildenafix") with
                {
                    ReportingCountry = new("ES", null),
                    Seizures = [IndexSample.Line("closed") with { Heading = new("H12", null) }],
                };
        Assert.Empty(await SuggestedAsync(index, "sildenafill"));
        await index.FeedAsync([spain, red, closed, Told("old", "sildenafi")], Stop);
        await index.FeedAsync([Told("old", null)], Stop);
        Reader amber = Reader.Of(Marking.Amber, ["ES"]);

        Assert.Equal(
            ["sildenafill>sildenafil 1", "sildenafill>sildenafix 1", "sildenafill>sildenafyl 1"],
            await SuggestedAsync(index, "sildenafill")
        );
        Assert.Equal(["sildenafill>sildenafil 1"], await SuggestedAsync(index, "sildenafill", amber));

        // A word that others find is a mistyped one for who does not find it.
        Assert.Equal(["sildenafyl>sildenafil 1"], await SuggestedAsync(index, "sildenafyl", amber));
        Assert.Empty(await SuggestedAsync(index, "tramadoll", amber));
        Assert.Empty(await SuggestedAsync(index, "sildenafill", Reader.Of(Marking.Red, ["PT"])));
    }

    [Fact]
    public async Task What_is_told_of_a_word_is_what_a_search_for_it_finds()
    {
        ISeizureIndex index = await SharedAsync();
        int told = 0;
        foreach (string text in new[] { "lory seaat", "cocane", "Zigareten", "marlbor", "dobel fundo", "algesiras tobaco", "prtugal" })
        {
            foreach (Reader reader in AllReaders)
            {
                foreach (WordSuggestion near in await index.SuggestAsync(reader, text, Stop))
                {
                    Assert.Equal((near.Word, 0), (near.Word, await FoundAsync(near.Word)));
                    Assert.Equal((near.Instead, near.Seizures), (near.Instead, await FoundAsync(near.Instead)));
                    told++;
                }

                async Task<int> FoundAsync(string word) =>
                    (await index.SearchAsync(reader, new SearchRequest { Query = new SeizureQuery { Text = word } }, Stop)).Seizures;
            }
        }

        Assert.InRange(told, AllReaders.Length, int.MaxValue);
    }

    [Theory]
    [InlineData("lorry", "narrative: Found behind a [LORRY]; the [lorry] left.")]
    [InlineData("\"behind a\" left", "narrative: Found [behind a] LORRY; the lorry [left].")]
    [InlineData("CAMION", "place_name: [Camión] del sur")]
    [InlineData("strasse", "operation: [Straße] frei")]
    [InlineData("海關", "cover_goods: 在貨櫃[海關]人員")]
    [InlineData("員", "cover_goods: 在貨櫃海關人[員]")]
    [InlineData("海關人", "cover_goods: 在貨櫃[海關人]員")]
    [InlineData("ref 12", "case_ref: [REF]/[12]")]
    [InlineData("cocaine", "product: [Cocaine] hydrochloride")]
    [InlineData("spain found", "narrative: [Found] behind a LORRY; the lorry left.", "reporting_country: [Spain]")]
    [InlineData("elan", "brand: [É\u0301lan] Bleu")]
    public async Task The_words_of_a_search_are_marked_where_they_stand(string text, params string[] marked)
    {
        ISeizureIndex index = NewIndex();
        await index.FeedAsync(
            [
                Told("one", "Found behind a LORRY; the lorry left.") with
                {
                    CaseRef = "REF/12",
                    PlaceName = "Camión del sur",
                    Operation = "Straße frei",
                    CoverGoods = "在貨櫃海關人員",
                    ReportingCountry = new("ES", null),
                    Seizures = [IndexSample.Line("one") with { Product = new("COC_HCL", null), Brand = "É\u0301lan Bleu" }],
                },
            ],
            Stop
        );

        Assert.Equal(marked, await MarkedAsync(index, Reader.Owner, new SeizureQuery { Text = text }));
        Assert.Equal(marked, await MarkedAsync(index, Reader.Owner, new SeizureQuery { And = new SeizureQuery { Text = text } }));
        Assert.Empty(await MarkedAsync(index, Reader.Owner, SeizureQuery.All));
    }

    [Fact]
    public async Task Of_a_long_text_the_passage_with_the_first_word_is_shown()
    {
        ISeizureIndex index = NewIndex();
        string before = string.Concat(Enumerable.Repeat("abcd ", 40)),
            after = string.Concat(Enumerable.Repeat(" wxyz", 60));
        await index.FeedAsync([Told("long", before + "hidden tyre" + after + " tyre")], Stop);

        // Twelve words of four letters and a space stand within 60 letters before "hidden tyre", 25 within the 200 that are shown.
        string marked = Assert.Single(await MarkedAsync(index, Reader.Owner, new SeizureQuery { Text = "tyre hidden" }));

        Assert.Equal(
            "narrative: …"
                + string.Concat(Enumerable.Repeat("abcd ", 12))
                + "[hidden] [tyre]"
                + string.Concat(Enumerable.Repeat(" wxyz", (200 - 60 - 11) / 5))
                + "…",
            marked
        );
    }

    [Fact]
    public async Task No_passage_is_shown_of_what_a_reader_may_not_read()
    {
        ISeizureIndex index = NewIndex();
        Case closed = Told("closed", "a laptop") with
        {
            ReportingCountry = new("ES", null),
            Seizures = [IndexSample.Line("closed") with { Heading = new("H12", null) }],
        };
        await index.FeedAsync([closed], Stop);
        var spain = new SeizureQuery { Text = "laptop" };

        Assert.Equal(["narrative: a [laptop]"], await MarkedAsync(index, Reader.Owner, spain));
        Assert.Empty(await MarkedAsync(index, Reader.UpTo(Marking.AmberStrict), spain));
    }

    private static Case Told(string id, string? narrative) =>
        IndexSample.Plain(id, new DateOnly(2024, 1, 1)) with
        {
            Narrative = narrative,
        };

    private static async Task<List<string>> SuggestedAsync(ISeizureIndex index, string text, Reader? reader = null)
    {
        IReadOnlyList<WordSuggestion> near = await index.SuggestAsync(reader ?? Reader.Owner, text, Stop);
        return [.. near.Select(n => $"{n.Word}>{n.Instead} {n.Seizures}")];
    }

    private static async Task<List<string>> MarkedAsync(ISeizureIndex index, Reader reader, SeizureQuery query)
    {
        SearchResult found = await index.SearchAsync(reader, new SearchRequest { Query = query }, Stop);
        return [.. found.Hits.SelectMany(h => h.Highlights).Select(Marked)];
    }

    protected static string Marked(Highlight highlight)
    {
        string text = highlight.Text;
        foreach (TextMark mark in highlight.Marks.Reverse())
            text = text.Insert(mark.Start + mark.Length, "]").Insert(mark.Start, "[");
        return $"{highlight.Field}: {text}";
    }
}
