using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Coverage;
using SeizureIntel.Cases;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Coverage;

/// <summary>Two files of one country of which the second tells some cases of the first again, a little differently.</summary>
public sealed class NearDuplicatesTests : IDisposable
{
    private const int Each = 900;
    private const int Again = 60;

    private static readonly string[] Countries = ["CO", "EC", "DO", "MA", "BE", "TR"];
    private static readonly string[] Modes = ["1", "3", "4"];

    private readonly FedIndex _fed = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fed.Dispose();

    [Fact]
    public async Task Cases_that_were_told_again_are_found_and_few_others()
    {
        Feed("second");
        await _fed.FeedAsync();
        (IReadOnlyList<NearDuplicate> found, int all) = await FindAsync(Reader.Owner);
        Assert.Equal(all, found.Count);
        // The row of the second file says of which of the first it tells again: 10,000 and more.
        int right = found.Count(f => f.Later.Row == f.Earlier.Row + 10_000);
        Assert.True(right >= 0.9 * Again, $"{right} of {Again} found.");
        Assert.True(right >= 0.9 * all, $"{right} of {all} right.");
        Assert.All(found, f => Assert.Equal(("first", "second"), (f.Earlier.Submission, f.Later.Submission)));
        Assert.All(found, f => Assert.InRange(f.Probability, NearDuplicates.Least, 1));
        Assert.All(found, f => Assert.Empty(f.Same.Intersect(f.Different)));
    }

    // Portugal tells of seizures in Spain that Spain told of; who sees one of the two countries is told of no pair.
    [Fact]
    public async Task A_seizure_that_two_countries_told_of_is_found_by_who_sees_both()
    {
        Feed("second", "PT");
        await _fed.FeedAsync();
        (IReadOnlyList<NearDuplicate> found, int all) = await FindAsync(Reader.Of(Marking.Red, ["ES", "PT"]));
        int right = found.Count(f => f.Later.Row == f.Earlier.Row + 10_000);
        Assert.True(right >= 0.9 * Again, $"{right} of {Again} found.");
        Assert.True(right >= 0.9 * all, $"{right} of {all} right.");
        Assert.Empty((await FindAsync(Reader.Of(Marking.Red, ["ES"]))).Likeliest);
        Assert.Empty((await FindAsync(Reader.Of(Marking.Red, ["PT"]))).Likeliest);
    }

    [Fact]
    public async Task Rows_of_one_file_are_not_compared()
    {
        Feed("first");
        await _fed.FeedAsync();
        Assert.Empty((await FindAsync(Reader.Owner)).Likeliest);
    }

    [Fact]
    public async Task Nobody_finds_what_they_do_not_see()
    {
        Feed("second");
        await _fed.FeedAsync();
        Assert.Empty((await FindAsync(Reader.Of(Marking.Red, ["PT"]))).Likeliest);
    }

    private Task<(IReadOnlyList<NearDuplicate> Likeliest, int All)> FindAsync(Reader reader) =>
        NearDuplicates.FindAsync(_fed.Index, reader, SeizureQuery.All, 200, Stop);

    // Days, amounts, ways and modes at random; what is told again has the day at most one off in a fifth, and another mode in a tenth.
    private void Feed(string second, string reporter = "ES")
    {
        var chance = new Random(7);
        var told = new List<(DateOnly Day, int Grams, string From, string Mode)>();
        DateOnly from = new(2024, 1, 1);
        for (int i = 0; i < Each; i++)
            told.Add((from.AddDays(chance.Next(360)), chance.Next(1, 40_000), Countries[chance.Next(6)], Modes[chance.Next(3)]));
        for (int i = 0; i < Each; i++)
            Add("first", i, told[i]);
        for (int i = 0; i < Each; i++)
        {
            (DateOnly day, int grams, string way, string mode) =
                i < Again
                    ? told[i]
                    : (from.AddDays(chance.Next(360)), chance.Next(1, 40_000), Countries[chance.Next(6)], Modes[chance.Next(3)]);
            if (i < Again && i % 5 == 0)
                day = day.AddDays(1);
            if (i < Again && i % 10 == 1)
                mode = mode == "1" ? "3" : "1";
            Add(second, 10_000 + i, (day, grams, way, mode));
        }

        void Add(string submission, int row, (DateOnly Day, int Grams, string From, string Mode) told) =>
            _fed.Add(1, told.Day, 1, c =>
                FedIndex.Way(c, "ES", told.From, "ES") with
                {
                    SubmissionId = submission,
                    ReportingCountry = new Stated(submission == "second" ? reporter : "ES", null),
                    Country = new Stated("ES", null),
                    Conveyance = new Conveyance(new Stated(told.Mode, null), default, default),
                    Seizures = [c.Seizures[0] with { Row = row, Quantity = new Quantity(told.Grams / 1000m, "KGM") }],
                }
            );
    }
}
