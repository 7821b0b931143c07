using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Bulletins;
using SeizureIntel.Cases;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Storage;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Ports;

/// <summary>What every store must do.</summary>
public abstract class SeizureStoreContract
{
    protected ManualClock Clock { get; } = new();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A store on the test's own empty place; each call opens another one on the same place. An outbox batch has 3 cases, a lease lasts 120
    /// seconds, 5 attempts are allowed.</summary>
    protected abstract ISeizureStore Open();

    [Fact]
    public async Task The_schema_is_brought_up_once()
    {
        Assert.NotEmpty(await Open().MigrateAsync(Stop));
        Assert.Empty(await Open().MigrateAsync(Stop));
    }

    [Fact]
    public void The_full_sample_leaves_no_property_unsaid()
    {
        Case full = Samples.Full(1, Samples.Submission());
        Case bare = Samples.Bare(1, Samples.Submission()) with { Seizures = full.Seizures };
        string[] identity = ["Id", "SubmissionId", "Source", "Seizures"];
        Assert.Empty(Same(full, bare, typeof(Case)).Except(identity));
        Assert.Empty(Same(full.Seizures[0], Samples.Bare(1, Samples.Submission()).Seizures[0], typeof(Seizure)));

        static IEnumerable<string> Same(object a, object b, Type type) =>
            from PropertyInfo property in type.GetProperties()
            where Equals(property.GetValue(a), property.GetValue(b))
            select property.Name;
    }

    [Fact]
    public async Task A_full_case_comes_back_to_the_letter()
    {
        Submission submission = Samples.Submission();
        Case full = Samples.Full(1, submission);
        ISeizureStore store = await SavedAsync(submission, full, Samples.Bare(2, submission));
        List<Case> back = await AllAsync(store);

        Assert.Equal(Flat.Lines(full), Flat.Lines(back[0]));
        Assert.Equal(Flat.Lines(Samples.Bare(2, submission)), Flat.Lines(back[1]));
    }

    [Fact]
    public async Task Every_field_of_the_catalogue_reads_the_same_off_a_stored_case()
    {
        Submission submission = Samples.Submission();
        Case full = Samples.Full(1, submission);
        Case back = (await AllAsync(await SavedAsync(submission, full)))[0];
        Assert.All(SeizureFields.All, field =>
        {
            for (int i = 0; i < full.Seizures.Count; i++)
            {
                Assert.Equal(field.One?.Invoke(full, full.Seizures[i]), field.One?.Invoke(back, back.Seizures[i]));
                Assert.Equal(field.Many?.Invoke(full, full.Seizures[i]), field.Many?.Invoke(back, back.Seizures[i]));
                Assert.Equal(field.Words?.Invoke(full, full.Seizures[i]), field.Words?.Invoke(back, back.Seizures[i]));
                Assert.Equal(field.Number?.Invoke(full, full.Seizures[i]), field.Number?.Invoke(back, back.Seizures[i]));
            }
        });
    }

    [Fact]
    public async Task Cases_come_back_in_the_order_received_over_several_submissions()
    {
        ISeizureStore store = await MigratedAsync();
        await store.SaveBareAsync(Samples.Submission("b"), 500, 7, Stop);
        await store.SaveBareAsync(Samples.Submission("a"), 100, 5, Stop);
        List<Case> back = await AllAsync(store);
        Assert.Equal(["b", "b", "b", "b", "b", "b", "b", "a", "a", "a", "a", "a"], back.Select(c => c.SubmissionId));
        Assert.Equal("case000000000500", back[0].Id);
        Assert.Equal("case000000000104", back[^1].Id);
    }

    [Fact]
    public async Task The_report_is_found_by_fingerprint_and_source()
    {
        Submission submission = Samples.Submission();
        ISeizureStore store = await SavedAsync(submission, Samples.Bare(1, submission));
        LoadReport? found = await store.FindSubmissionAsync(submission.Sha256, submission.Source, Stop);
        Assert.NotNull(found);
        Assert.Equal(Flat.Lines(Samples.Report(submission, 1)), Flat.Lines(found));
        Assert.Null(await store.FindSubmissionAsync(submission.Sha256, "another", Stop));
        Assert.Null(await store.FindSubmissionAsync("another", submission.Source, Stop));
    }

    [Fact]
    public async Task Submissions_are_numbered_in_the_order_of_receipt()
    {
        ISeizureStore store = await MigratedAsync();
        await store.SaveBareAsync(Samples.Submission("z"), 1, 1, Stop);
        await store.SaveBareAsync(Samples.Submission("a"), 2, 1, Stop);
        await store.RecordDurationAsync("a", 4.5, Stop);
        IReadOnlyList<ReceivedSubmission> all = await store.SubmissionsAsync(Stop);
        Assert.Equal([(1, "z", 1.25), (2, "a", 4.5)], all.Select(s => (s.Number, s.Report.Submission.Id, s.Report.Seconds)));
    }

    [Fact]
    public async Task A_submission_is_kept_once()
    {
        ISeizureStore store = await MigratedAsync();
        await store.SaveBareAsync(Samples.Submission(), 1, 2, Stop);
        AlreadyKeptException refused = await Assert.ThrowsAsync<AlreadyKeptException>(() =>
            Open().SaveBareAsync(Samples.Submission(), 1, 2, Stop)
        );
        Assert.Equal("sub-1", refused.SubmissionId);
        Assert.Equal(2, (await store.StateAsync(Stop)).Cases);
    }

    [Fact]
    public async Task Rejections_come_back_by_row()
    {
        Submission submission = Samples.Submission();
        ISeizureStore store = await MigratedAsync();
        Rejection[] rejections =
        [
            new(9, "country", RejectionCode.NoCountry, "No country: é \"x\"."),
            new(4, "name", RejectionCode.NominalCell, "A name."),
        ];
        await store.SaveSubmissionAsync(submission, Both(), () => Samples.Report(submission, 0), Stop);

        Assert.Equal([rejections[1], rejections[0]], await store.RejectionsAsync(submission.Id, Stop));
        Assert.Null(await store.RejectionsAsync("none", Stop));

        async IAsyncEnumerable<SubmissionChunk> Both()
        {
            yield return new([], [rejections[0]], []);
            await Task.Yield();
            yield return new([], [rejections[1]], []);
        }
    }

    [Fact]
    public async Task A_submission_that_fails_half_way_leaves_nothing()
    {
        Submission submission = Samples.Submission();
        ISeizureStore store = await MigratedAsync();
        await Assert.ThrowsAsync<TimeoutException>(() =>
            store.SaveSubmissionAsync(submission, Breaking(), () => Samples.Report(submission, 2), Stop)
        );

        Assert.Equal(new(0, 0, "0000000000000000"), await store.StateAsync(Stop));
        Assert.Empty(await store.SubmissionsAsync(Stop));
        Assert.Equal((0, 0), await store.OutboxAsync(Stop));
        await store.SaveBareAsync(submission, 1, 2, Stop);
        Assert.Equal(2, (await store.StateAsync(Stop)).Cases);

        async IAsyncEnumerable<SubmissionChunk> Breaking()
        {
            yield return new([Samples.Bare(1, submission), Samples.Bare(2, submission)], [], []);
            await Task.Yield();
            throw new TimeoutException("the sender went away");
        }
    }

    [Fact]
    public async Task A_refusing_report_rolls_back_too()
    {
        ISeizureStore store = await MigratedAsync();
        Submission submission = Samples.Submission();
        await Assert.ThrowsAsync<TimeoutException>(() =>
            store.SaveSubmissionAsync(
                submission,
                Samples.Chunks(Samples.Bare(1, submission)),
                () => throw new TimeoutException("an assertion of the source"),
                Stop
            )
        );
        Assert.Equal(0, (await store.StateAsync(Stop)).Seizures);
    }

    [Fact]
    public async Task A_case_of_another_submission_is_refused()
    {
        ISeizureStore store = await MigratedAsync();
        Case foreign = Samples.Bare(1, Samples.Submission("other"));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            store.SaveSubmissionAsync(Samples.Submission(), Samples.Chunks(foreign), () => Samples.Report(Samples.Submission(), 1), Stop)
        );
    }

    [Fact]
    public async Task Two_writers_at_once_both_end_well()
    {
        ISeizureStore first = await MigratedAsync();
        ISeizureStore second = Open();
        await Task.WhenAll(
            Task.Run(() => first.SaveBareAsync(Samples.Submission("x"), 1, 400, Stop), Stop),
            Task.Run(() => second.SaveBareAsync(Samples.Submission("y"), 1001, 300, Stop), Stop)
        );
        Assert.Equal(700, (await first.StateAsync(Stop)).Cases);
        List<Case> all = await AllAsync(second);
        Assert.Equal(2, all.Select(c => c.SubmissionId).Zip(all.Skip(1).Select(c => c.SubmissionId)).Count(p => p.First != p.Second) + 1);
    }

    [Fact]
    public async Task A_reader_sees_nothing_of_a_submission_being_written_and_does_not_wait()
    {
        Submission submission = Samples.Submission();
        ISeizureStore store = await MigratedAsync();
        var seen = new List<int>();
        await store.SaveSubmissionAsync(submission, Watched(), () => Samples.Report(submission, 2), Stop);
        Assert.Equal([0], seen);
        Assert.Equal(2, (await store.StateAsync(Stop)).Cases);

        async IAsyncEnumerable<SubmissionChunk> Watched()
        {
            yield return new([Samples.Bare(1, submission)], [], []);
            seen.Add((await Open().StateAsync(Stop)).Cases);
            yield return new([Samples.Bare(2, submission)], [], []);
        }
    }

    [Fact]
    public async Task Used_case_references_are_those_of_the_same_country()
    {
        Submission submission = Samples.Submission();
        ISeizureStore store = await SavedAsync(
            submission,
            Samples.Bare(1, submission) with
            {
                CaseRef = "A1",
                ReportingCountry = new("ES", "Spain"),
            },
            Samples.Bare(2, submission) with
            {
                CaseRef = "B2",
                ReportingCountry = new("FR", null),
            },
            Samples.Bare(3, submission) with
            {
                CaseRef = "C3",
            }
        );
        Assert.Equal(["A1"], await store.FindUsedCaseRefsAsync("ES", ["A1", "B2", "C3", "D4", "a1"], Stop));
        Assert.Equal(["C3"], await store.FindUsedCaseRefsAsync(NonValue.NotStated, ["A1", "B2", "C3"], Stop));
        Assert.Empty(await store.FindUsedCaseRefsAsync("ES", [], Stop));
    }

    [Fact]
    public async Task The_state_counts_and_hashes_what_the_tables_hold()
    {
        Submission submission = Samples.Submission();
        Case full = Samples.Full(1, submission);
        Case bare = Samples.Bare(2, submission);
        ISeizureStore store = await SavedAsync(submission, full, bare);
        ulong sum = unchecked(
            SeizureChecksum.Of(full, full.Seizures[0])
            + SeizureChecksum.Of(full, full.Seizures[1])
            + SeizureChecksum.Of(bare, bare.Seizures[0])
        );
        Assert.Equal(new IndexState(3, 2, sum.ToString("x16", CultureInfo.InvariantCulture)), await store.StateAsync(Stop));
    }

    [Fact]
    public async Task Bulletins_come_newest_first_and_are_replaced_by_id()
    {
        ISeizureStore store = await MigratedAsync();
        var old = new BulletinRecord(
            "b1",
            null,
            new(2024, 1, 1),
            new(2024, 3, 31),
            Marking.Green,
            new(2024, 4, 1, 9, 0, 0, TimeSpan.Zero),
            "{}",
            "<p>é</p>"
        );
        BulletinRecord young = old with
        {
            Id = "b2",
            Region = "Western Europe",
            CreatedAt = old.CreatedAt.AddTicks(1),
            Marking = Marking.Red,
        };
        await store.SaveBulletinAsync(old, Stop);
        await store.SaveBulletinAsync(young, Stop);
        Assert.Equal([young, old], await store.BulletinsAsync(Stop));
        BulletinRecord again = old with { Html = "<p>2</p>", CreatedAt = old.CreatedAt.AddDays(1) };
        await store.SaveBulletinAsync(again, Stop);
        Assert.Equal([again, young], await store.BulletinsAsync(Stop));
    }

    protected async Task<ISeizureStore> MigratedAsync()
    {
        ISeizureStore store = Open();
        await store.MigrateAsync(Stop);
        return store;
    }

    protected static async Task<List<Case>> AllAsync(ISeizureStore store)
    {
        var all = new List<Case>();
        await foreach (IReadOnlyList<Case> batch in store.ReadAllAsync(Stop))
            all.AddRange(batch);
        return all;
    }

    protected async Task<ISeizureStore> SavedAsync(Submission submission, params Case[] cases)
    {
        ISeizureStore store = await MigratedAsync();
        await store.SaveSubmissionAsync(submission, Samples.Chunks(cases), () => Samples.Report(submission, cases.Length), Stop);
        return store;
    }
}
