using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Bulletins;
using SeizureIntel.Decisions;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Values;
using SeizureIntel.Watches;
using Xunit;

namespace SeizureIntel.Tests.Ports;

/// <summary>What every store of products must do.</summary>
public abstract class ProductStoreContract
{
    private static readonly BulletinRecord Old = new(
        "b1",
        null,
        new(2024, 1, 1),
        new(2024, 3, 31),
        Marking.Green,
        new(2024, 4, 1, 9, 0, 0, TimeSpan.Zero),
        "{}",
        "<p>é</p>"
    );

    private static readonly SavedSearch Search = new(
        "s1",
        "ours",
        "Cocaine by sea",
        SeizureQuery.All.With("product", "COC") with
        {
            Text = "reefer",
        },
        "anna",
        Old.CreatedAt,
        new(3, 6, Digest.Daily, null, null)
    );

    private static readonly Notice News = new(
        "n1",
        "s1",
        "Cocaine by sea",
        "ours",
        Marking.Amber,
        Old.CreatedAt.AddDays(2),
        ["sub4", "sub5"],
        7,
        4,
        null,
        null
    );

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <inheritdoc cref="SubmissionStoreContract.Open"/>
    protected abstract Store Open();

    [Fact]
    public async Task Bulletins_come_newest_first_and_are_replaced_by_id()
    {
        IProductStore store = await MigratedAsync();
        BulletinRecord young = Old with
        {
            Id = "b2",
            Region = "Western Europe",
            CreatedAt = Old.CreatedAt.AddTicks(1),
            Marking = Marking.Red,
        };
        await store.SaveBulletinAsync(Old, Stop);
        await store.SaveBulletinAsync(young, Stop);
        Assert.Equal([young, Old], await store.BulletinsAsync(Reader.Owner, Stop));
        BulletinRecord again = Old with { Html = "<p>2</p>", CreatedAt = Old.CreatedAt.AddDays(1) };
        await store.SaveBulletinAsync(again, Stop);
        Assert.Equal([again, young], await store.BulletinsAsync(Reader.Owner, Stop));
    }

    [Fact]
    public async Task A_bulletin_is_found_by_its_id_to_the_letter()
    {
        IProductStore store = await MigratedAsync();
        await store.SaveBulletinAsync(Old, Stop);
        Assert.Equal(Old, await store.FindBulletinAsync(Reader.Owner, "b1", Stop));
        Assert.Null(await store.FindBulletinAsync(Reader.Owner, "B1", Stop));
    }

    [Fact]
    public async Task A_reader_sees_bulletins_up_to_a_marking_whatever_country_they_are_of()
    {
        IProductStore store = await MigratedAsync();
        foreach (Marking marking in Enum.GetValues<Marking>())
            await store.SaveBulletinAsync(Old with { Id = marking.ToString(), Marking = marking }, Stop);
        Reader reader = Reader.Of(Marking.Amber, ["ES"]);
        Assert.Equal(
            ["Amber", "Clear", "Green"],
            (await store.BulletinsAsync(reader, Stop)).Select(b => b.Id).Order(StringComparer.Ordinal)
        );
        Assert.NotNull(await store.FindBulletinAsync(reader, "Amber", Stop));
        Assert.Null(await store.FindBulletinAsync(reader, "AmberStrict", Stop));
        Assert.Equal(5, (await store.BulletinsAsync(Reader.Owner, Stop)).Count);
    }

    [Fact]
    public async Task An_office_sees_its_own_searches_and_notices_alone()
    {
        IProductStore store = await MigratedAsync();
        await store.SaveSearchAsync(Search, Stop);
        await store.SaveSearchAsync(Search with { Id = "s2", OfficeId = "theirs", Name = "A", Watch = null }, Stop);
        Assert.True(await store.TellAsync(Told(5), 3, News, Stop));
        Reader ours = Reader.UpTo(Marking.Red).In("ours"),
            theirs = Reader.UpTo(Marking.Red).In("theirs");

        SavedSearch back = Assert.Single(await store.SavedSearchesAsync(ours, Stop));
        Assert.Equal(Told(5).Watch, back.Watch);
        Assert.Equal((Search.Name, Search.SavedBy, Search.CreatedAt), (back.Name, back.SavedBy, back.CreatedAt));
        Assert.Equal(SeizureQueryJson.Write(Search.Query), SeizureQueryJson.Write(back.Query));
        Assert.Null(Assert.Single(await store.SavedSearchesAsync(theirs, Stop)).Watch);
        Assert.Equal(2, (await store.SavedSearchesAsync(Reader.Owner, Stop)).Count);
        Notice told = Assert.Single(await store.NoticesAsync(ours, true, 10, Stop));
        Assert.Equal(News with { Submissions = [] }, told with { Submissions = [] });
        Assert.Equal(News.Submissions, told.Submissions);
        Assert.Empty(await store.NoticesAsync(theirs, false, 10, Stop));
        Assert.False(await store.RemoveSearchAsync(theirs, Search.Id, Stop));
        Assert.True(await store.RemoveSearchAsync(ours, Search.Id, Stop));
        Assert.Empty(await store.NoticesAsync(Reader.Owner, false, 10, Stop));
    }

    [Fact]
    public async Task What_a_watch_looked_at_beyond_a_readers_marking_is_not_told_to_them()
    {
        IProductStore store = await MigratedAsync();
        await store.SaveSearchAsync(Search, Stop);
        await store.TellAsync(Told(5), 3, News, Stop);
        Assert.Empty(await store.NoticesAsync(Reader.UpTo(Marking.Green).In("ours"), false, 10, Stop));
        Assert.False(await store.AcknowledgeAsync(Reader.UpTo(Marking.Green).In("ours"), News.Id, "a", News.At, Stop));
        Assert.Single(await store.NoticesAsync(Reader.UpTo(Marking.Amber).In("ours"), false, 10, Stop));
    }

    [Fact]
    public async Task Two_who_run_a_watch_at_once_tell_once()
    {
        IProductStore store = await MigratedAsync();
        await store.SaveSearchAsync(Search, Stop);
        Assert.True(await store.TellAsync(Told(5), 3, News, Stop));
        Assert.False(await store.TellAsync(Told(6), 3, News with { Id = "n2" }, Stop));
        Assert.Single(await store.NoticesAsync(Reader.Owner, false, 10, Stop));
    }

    [Fact]
    public async Task A_notice_is_acknowledged_once()
    {
        IProductStore store = await MigratedAsync();
        await store.SaveSearchAsync(Search, Stop);
        await store.TellAsync(Told(5), 3, News, Stop);
        Reader ours = Reader.UpTo(Marking.Red).In("ours");
        Assert.True(await store.AcknowledgeAsync(ours, News.Id, "anna", News.At.AddHours(1), Stop));
        Assert.False(await store.AcknowledgeAsync(ours, News.Id, "jan", News.At.AddHours(2), Stop));
        Notice seen = Assert.Single(await store.NoticesAsync(ours, false, 10, Stop));
        Assert.Equal(("anna", News.At.AddHours(1)), (seen.SeenBy, seen.SeenAt));
        Assert.Empty(await store.NoticesAsync(ours, true, 10, Stop));
    }

    [Fact]
    public async Task Decisions_and_questions_are_seen_by_who_sees_the_record_and_go_with_its_submission()
    {
        IProductStore store = await MigratedAsync();
        var decision = new Decision("z1", DoubtKind.Outlier, Choice.LeaveOut, "sub", "ES", Marking.Amber, "anna", News.At, "typed twice");
        await store.SaveDecisionAsync(decision with { Choice = Choice.Keep }, Stop);
        await store.SaveDecisionAsync(decision, Stop);
        var question = new RecordQuestion("q1", "z1", "sub", 7, "ES", Marking.Amber, "Kilograms or pieces?", "anna", News.At);
        await store.SaveQuestionAsync(question, Stop);
        RecordQuestion answered = question with { Answer = "Pieces.", AnsweredBy = "jan", AnsweredAt = News.At.AddDays(1) };
        await store.SaveQuestionAsync(answered, Stop);
        Reader spain = Reader.Of(Marking.Amber, ["ES"]);

        Assert.Equal(decision, Assert.Single(await store.DecisionsAsync(spain, Stop)));
        Decision accepted = decision with { Kind = DoubtKind.ProposedProduct, Choice = Choice.Accept, Note = null, Code = "cocaine" };
        await store.SaveDecisionAsync(accepted, Stop);
        Assert.Contains(accepted, await store.DecisionsAsync(spain, Stop));
        Assert.False(await store.RemoveDecisionAsync(Reader.Of(Marking.Red, ["FR"]), "z1", DoubtKind.ProposedProduct, Stop));
        Assert.True(await store.RemoveDecisionAsync(spain, "z1", DoubtKind.ProposedProduct, Stop));
        Assert.False(await store.RemoveDecisionAsync(spain, "z1", DoubtKind.ProposedProduct, Stop));
        Assert.Equal(answered, Assert.Single(await store.QuestionsAsync(spain, Stop)));
        foreach (Reader other in new[] { Reader.Of(Marking.Red, ["FR"]), Reader.Of(Marking.Green, ["ES"]) })
        {
            Assert.Empty(await store.DecisionsAsync(other, Stop));
            Assert.Empty(await store.QuestionsAsync(other, Stop));
            Assert.False(await store.RemoveDecisionAsync(other, decision.SubjectId, decision.Kind, Stop));
        }

        Assert.False(await store.RemoveDecisionAsync(spain, "another", decision.Kind, Stop));
        Assert.True(await store.RemoveDecisionAsync(spain, decision.SubjectId, decision.Kind, Stop));
        Assert.Empty(await store.DecisionsAsync(Reader.Owner, Stop));
        await store.SaveDecisionAsync(decision, Stop);
        await store.EraseSubmissionAsync("sub", Stop);
        Assert.Empty(await store.DecisionsAsync(Reader.Owner, Stop));
        Assert.Empty(await store.QuestionsAsync(Reader.Owner, Stop));
    }

    private static SavedSearch Told(long upTo) => Search with { Watch = Search.Watch! with { ToldUpTo = upTo, LastToldAt = News.At } };

    private async Task<IProductStore> MigratedAsync()
    {
        Store store = Open();
        await store.MigrateAsync(Stop);
        return store.Products;
    }
}
