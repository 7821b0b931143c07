using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Storage;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Ports;

/// <summary>What every store of submissions must do.</summary>
public abstract partial class SubmissionStoreContract
{
    protected ManualClock Clock { get; } = new();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A store on the test's own empty place; each call opens another one on the same place. An outbox batch has 3 cases, a lease lasts 120
    /// seconds, 5 attempts are allowed.</summary>
    protected abstract Store Open();

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
        // Programmes are told by the list in force whenever a case is read, and kept nowhere.
        Assert.Equal(
            [nameof(Seizure.Programmes)],
            Same(full.Seizures[0], Samples.Bare(1, Samples.Submission()).Seizures[0], typeof(Seizure))
        );

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
        ISubmissionStore store = await SavedAsync(submission, full, Samples.Bare(2, submission));
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
        ISubmissionStore store = await MigratedAsync();
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
        ISubmissionStore store = await SavedAsync(submission, Samples.Bare(1, submission));
        LoadReport? found = await store.FindSubmissionAsync(Reader.Owner, submission.Sha256, submission.Source, Stop);
        Assert.NotNull(found);
        Assert.Equal(Flat.Lines(Samples.Report(submission, 1)), Flat.Lines(found));
        Assert.Null(await store.FindSubmissionAsync(Reader.Owner, submission.Sha256, "another", Stop));
        Assert.Null(await store.FindSubmissionAsync(Reader.Owner, "another", submission.Source, Stop));
    }

    [Fact]
    public async Task Submissions_are_numbered_in_the_order_of_receipt()
    {
        ISubmissionStore store = await MigratedAsync();
        await store.SaveBareAsync(Samples.Submission("z"), 1, 1, Stop);
        await store.SaveBareAsync(Samples.Submission("a"), 2, 1, Stop);
        await store.RecordDurationAsync("a", 4.5, Stop);
        IReadOnlyList<ReceivedSubmission> all = await store.SubmissionsAsync(Reader.Owner, Stop);
        Assert.Equal([(1, "z", 1.25), (2, "a", 4.5)], all.Select(s => (s.Number, s.Report.Submission.Id, s.Report.Seconds)));
    }

    [Fact]
    public async Task A_submission_is_kept_once()
    {
        ISubmissionStore store = await MigratedAsync();
        await store.SaveBareAsync(Samples.Submission(), 1, 2, Stop);
        AlreadyKeptException refused = await Assert.ThrowsAsync<AlreadyKeptException>(() =>
            Open().Submissions.SaveBareAsync(Samples.Submission(), 1, 2, Stop)
        );
        Assert.Equal("sub-1", refused.SubmissionId);
        Assert.Equal(2, (await store.StateAsync(Reader.Owner, Stop)).Cases);
    }

    [Fact]
    public async Task Rejections_come_back_by_row()
    {
        Submission submission = Samples.Submission();
        ISubmissionStore store = await MigratedAsync();
        Rejection[] rejections =
        [
            new(9, "country", RejectionCode.NoCountry, "No country: é \"x\"."),
            new(4, "name", RejectionCode.NominalCell, "A name."),
        ];
        await store.SaveSubmissionAsync(submission, Both(), () => Samples.Report(submission, 0), Stop);

        Assert.Equal([rejections[1], rejections[0]], await store.RejectionsAsync(Reader.Owner, submission.Id, Stop));
        Assert.Null(await store.RejectionsAsync(Reader.Owner, "none", Stop));

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
        ISubmissionStore store = await MigratedAsync();
        await Assert.ThrowsAsync<TimeoutException>(() =>
            store.SaveSubmissionAsync(submission, Breaking(), () => Samples.Report(submission, 2), Stop)
        );

        Assert.Equal(new(0, 0, "0000000000000000"), await store.StateAsync(Reader.Owner, Stop));
        Assert.Empty(await store.SubmissionsAsync(Reader.Owner, Stop));
        Assert.Equal((0, 0), await Open().Outbox.CountAsync(Stop));
        await store.SaveBareAsync(submission, 1, 2, Stop);
        Assert.Equal(2, (await store.StateAsync(Reader.Owner, Stop)).Cases);

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
        ISubmissionStore store = await MigratedAsync();
        Submission submission = Samples.Submission();
        await Assert.ThrowsAsync<TimeoutException>(() =>
            store.SaveSubmissionAsync(
                submission,
                Samples.Chunks(Samples.Bare(1, submission)),
                () => throw new TimeoutException("an assertion of the source"),
                Stop
            )
        );
        Assert.Equal(0, (await store.StateAsync(Reader.Owner, Stop)).Seizures);
    }

    [Fact]
    public async Task A_case_of_another_submission_is_refused()
    {
        ISubmissionStore store = await MigratedAsync();
        Case foreign = Samples.Bare(1, Samples.Submission("other"));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            store.SaveSubmissionAsync(Samples.Submission(), Samples.Chunks(foreign), () => Samples.Report(Samples.Submission(), 1), Stop)
        );
    }

    [Fact]
    public async Task Two_writers_at_once_both_end_well()
    {
        ISubmissionStore first = await MigratedAsync();
        ISubmissionStore second = Open().Submissions;
        await Task.WhenAll(
            Task.Run(() => first.SaveBareAsync(Samples.Submission("x"), 1, 400, Stop), Stop),
            Task.Run(() => second.SaveBareAsync(Samples.Submission("y"), 1001, 300, Stop), Stop)
        );
        Assert.Equal(700, (await first.StateAsync(Reader.Owner, Stop)).Cases);
        List<Case> all = await AllAsync(second);
        Assert.Equal(2, all.Select(c => c.SubmissionId).Zip(all.Skip(1).Select(c => c.SubmissionId)).Count(p => p.First != p.Second) + 1);
    }

    [Fact]
    public async Task A_reader_sees_nothing_of_a_submission_being_written_and_does_not_wait()
    {
        Submission submission = Samples.Submission();
        ISubmissionStore store = await MigratedAsync();
        var seen = new List<int>();
        await store.SaveSubmissionAsync(submission, Watched(), () => Samples.Report(submission, 2), Stop);
        Assert.Equal([0], seen);
        Assert.Equal(2, (await store.StateAsync(Reader.Owner, Stop)).Cases);

        async IAsyncEnumerable<SubmissionChunk> Watched()
        {
            yield return new([Samples.Bare(1, submission)], [], []);
            seen.Add((await Open().Submissions.StateAsync(Reader.Owner, Stop)).Cases);
            yield return new([Samples.Bare(2, submission)], [], []);
        }
    }

    [Fact]
    public async Task Used_case_references_are_those_of_the_same_country()
    {
        Submission submission = Samples.Submission();
        ISubmissionStore store = await SavedAsync(
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
        Assert.Equal(["A1"], await store.FindUsedCaseRefsAsync(Reader.Owner, "ES", ["A1", "B2", "C3", "D4", "a1"], [], Stop));
        Assert.Equal(["C3"], await store.FindUsedCaseRefsAsync(Reader.Owner, NonValue.NotStated, ["A1", "B2", "C3"], [], Stop));
        Assert.Empty(await store.FindUsedCaseRefsAsync(Reader.Owner, "ES", [], [], Stop));
    }

    [Fact]
    public async Task A_reader_of_some_countries_sees_the_submissions_that_those_alone_reported()
    {
        ISubmissionStore store = await ReportedAsync();
        Reader spain = Reader.Of(Marking.Red, ["ES"]),
            both = Reader.Of(Marking.Red, ["ES", "FR"]);
        Assert.Equal(["es"], await SeenAsync(store, spain));
        Assert.Equal(["es", "es-fr", "fr"], await SeenAsync(store, both));
        Assert.Empty(await SeenAsync(store, Reader.Of(Marking.Red, [])));
        Assert.Equal(["es", "es-fr", "fr", "nobody", "empty"], await SeenAsync(store, Reader.UpTo(Marking.Red)));

        // es holds a red case, fr an amber one: reports that count them are not for whoever may not see them.
        Assert.Equal(["es-fr", "nobody", "empty"], await SeenAsync(store, Reader.UpTo(Marking.Clear)));

        Assert.NotNull(await store.FindSubmissionAsync(spain, "sha-of-es", "unodc-ids", Stop));
        Assert.Null(await store.FindSubmissionAsync(spain, "sha-of-fr", "unodc-ids", Stop));
        Assert.Single(await store.RejectionsAsync(spain, "es", Stop) ?? []);
        Assert.Null(await store.RejectionsAsync(spain, "es-fr", Stop));
        Assert.Null(await store.RejectionsAsync(spain, "empty", Stop));
    }

    [Fact]
    public async Task A_reader_sees_the_cases_of_the_countries_and_markings_that_are_theirs()
    {
        ISubmissionStore store = await ReportedAsync();
        // es: ES red, ES green; es-fr: ES clear, FR clear; fr: FR amber; nobody: none stated, clear.
        Reader spain = Reader.Of(Marking.Amber, ["ES"]),
            green = Reader.UpTo(Marking.Green);
        Assert.Equal(["case000000000002", "case000000000003"], await CasesAsync(store, spain));
        Assert.Equal(["case000000000002", "case000000000003", "case000000000004", "case000000000006"], await CasesAsync(store, green));
        Assert.Equal(6, (await CasesAsync(store, Reader.Owner)).Count);

        IndexState seen = await store.StateAsync(spain, Stop);
        Assert.Equal((2, 2), (seen.Seizures, seen.Cases));
        Assert.Equal(new(0, 0, "0000000000000000"), await store.StateAsync(Reader.Of(Marking.Red, []), Stop));

        string[] asked = ["R1", "R2", "R3"];
        Assert.Equal(["R2", "R3"], (await store.FindUsedCaseRefsAsync(spain, "ES", asked, [], Stop)).Order(StringComparer.Ordinal));
        Assert.Empty(await store.FindUsedCaseRefsAsync(Reader.Of(Marking.Red, ["FR"]), "ES", asked, [], Stop));

        async Task<List<string>> CasesAsync(ISubmissionStore store, Reader reader)
        {
            var ids = new List<string>();
            await foreach (IReadOnlyList<Case> batch in store.ReadAllAsync(reader, Stop))
                ids.AddRange(batch.Select(c => c.Id));
            return ids;
        }
    }

    [Fact]
    public async Task A_seizure_leads_to_its_whole_case()
    {
        Submission submission = Samples.Submission();
        Case full = Samples.Full(2, submission);
        ISubmissionStore store = await SavedAsync(submission, Samples.Bare(1, submission), full, Samples.Bare(3, submission));
        foreach (Seizure seizure in full.Seizures)
            Assert.Equal(Flat.Lines(full), Flat.Lines((await store.FindCaseAsync(Reader.Owner, seizure.Id, Stop))!));
        Assert.Null(await store.FindCaseAsync(Reader.Owner, "another", Stop));
    }

    [Fact]
    public async Task A_seizure_that_the_reader_may_not_see_leads_nowhere()
    {
        // Number 1 was reported by ES and is red.
        const string red = "item000000000001";
        ISubmissionStore store = await ReportedAsync();
        Assert.Equal("R1", (await store.FindCaseAsync(Reader.Of(Marking.Red, ["ES"]), red, Stop))?.CaseRef);
        Assert.Null(await store.FindCaseAsync(Reader.Of(Marking.Red, ["FR"]), red, Stop));
        Assert.Null(await store.FindCaseAsync(Reader.UpTo(Marking.AmberStrict), red, Stop));
    }

    [Fact]
    public async Task The_state_counts_and_hashes_what_the_tables_hold()
    {
        Submission submission = Samples.Submission();
        Case full = Samples.Full(1, submission);
        Case bare = Samples.Bare(2, submission);
        ISubmissionStore store = await SavedAsync(submission, full, bare);
        ulong sum = unchecked(
            SeizureChecksum.Of(full, full.Seizures[0])
            + SeizureChecksum.Of(full, full.Seizures[1])
            + SeizureChecksum.Of(bare, bare.Seizures[0])
        );
        Assert.Equal(new IndexState(3, 2, sum.ToString("x16", CultureInfo.InvariantCulture)), await store.StateAsync(Reader.Owner, Stop));
    }

    [Fact]
    public async Task The_state_of_more_cases_than_are_read_at_once_is_that_of_each()
    {
        const int count = 20_000;
        ISubmissionStore store = await MigratedAsync();
        Submission submission = Samples.Submission();
        await store.SaveBareAsync(submission, 1, count, Stop);
        ulong sum = 0;
        for (int i = 1; i <= count; i++)
        {
            Case one = Samples.Bare(i, submission);
            sum = unchecked(sum + SeizureChecksum.Of(one, one.Seizures[0]));
        }

        Assert.Equal(
            new IndexState(count, count, sum.ToString("x16", CultureInfo.InvariantCulture)),
            await store.StateAsync(Reader.Owner, Stop)
        );
    }

    [Fact]
    public async Task Letters_beyond_ascii_are_hashed_as_they_are_written()
    {
        Submission submission = Samples.Submission();
        Case foreign = Samples.Bare(1, submission);
        foreign = foreign with { Seizures = [foreign.Seizures[0] with { Product = new("fusée", "Rakete 火") }] };
        ISubmissionStore store = await SavedAsync(submission, foreign);
        Assert.Equal(
            SeizureChecksum.Of(foreign, foreign.Seizures[0]).ToString("x16", CultureInfo.InvariantCulture),
            (await store.StateAsync(Reader.Owner, Stop)).Checksum
        );
    }

    private async Task<ISubmissionStore> ReportedAsync()
    {
        ISubmissionStore store = await MigratedAsync();
        await SaveAsync("es", Reported(1, "ES", Marking.Red), Reported(2, "ES", Marking.Green));
        await SaveAsync("es-fr", Reported(3, "ES", Marking.Clear), Reported(4, "FR", Marking.Clear));
        await SaveAsync("fr", Reported(5, "FR", Marking.Amber));
        await SaveAsync("nobody", Samples.Bare(6, Samples.Submission("nobody")) with { Marking = Marking.Clear });
        await SaveAsync("empty");
        return store;

        Case Reported(int number, string country, Marking marking) =>
            Samples.Bare(number, Samples.Submission()) with
            {
                CaseRef = $"R{number}",
                ReportingCountry = new(country, null),
                Marking = marking,
            };

        Task SaveAsync(string id, params Case[] cases)
        {
            Submission submission = Samples.Submission(id);
            SubmissionChunk chunk = new(
                [.. cases.Select(c => c with { SubmissionId = id })],
                [new(9, "country", RejectionCode.NoCountry, "None.")],
                []
            );
            return store.SaveSubmissionAsync(submission, Of(chunk), () => Samples.Report(submission, cases.Length), Stop);
        }

        static async IAsyncEnumerable<SubmissionChunk> Of(SubmissionChunk chunk)
        {
            yield return chunk;
            await Task.Yield();
        }
    }

    private static async Task<IEnumerable<string>> SeenAsync(ISubmissionStore store, Reader reader) =>
        (await store.SubmissionsAsync(reader, Stop)).Select(s => s.Report.Submission.Id);

    protected async Task<ISubmissionStore> MigratedAsync()
    {
        Store store = Open();
        await store.MigrateAsync(Stop);
        return store.Submissions;
    }

    protected static async Task<List<Case>> AllAsync(ISubmissionStore store)
    {
        var all = new List<Case>();
        await foreach (IReadOnlyList<Case> batch in store.ReadAllAsync(Reader.Owner, Stop))
            all.AddRange(batch);
        return all;
    }

    protected async Task<ISubmissionStore> SavedAsync(Submission submission, params Case[] cases)
    {
        ISubmissionStore store = await MigratedAsync();
        await store.SaveSubmissionAsync(submission, Samples.Chunks(cases), () => Samples.Report(submission, cases.Length), Stop);
        return store;
    }
}
