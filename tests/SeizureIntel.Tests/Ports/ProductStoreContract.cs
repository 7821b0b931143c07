using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Bulletins;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Values;
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

    private async Task<IProductStore> MigratedAsync()
    {
        Store store = Open();
        await store.MigrateAsync(Stop);
        return store.Products;
    }
}
