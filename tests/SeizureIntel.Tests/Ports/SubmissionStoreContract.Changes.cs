using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Storage;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Ports;

// What changes after a load: withdrawing, erasing, deciding; and what an office sees of its own.
public abstract partial class SubmissionStoreContract
{
    [Fact]
    public async Task What_is_withdrawn_is_in_no_answer_and_its_report_says_so()
    {
        ISubmissionStore store = await MigratedAsync();
        await store.SaveBareAsync(Samples.Submission("a"), 1, 3, Stop);
        IndexState before = await store.StateAsync(Reader.Owner, Stop);
        await store.SaveBareAsync(Samples.Submission("b"), 100, 4, Stop);
        Assert.True(await store.WithdrawAsync(Reader.Owner, "b", Clock.GetUtcNow(), Stop));

        Assert.Equal(before, await store.StateAsync(Reader.Owner, Stop));
        Assert.All(await AllAsync(store), c => Assert.Equal("a", c.SubmissionId));
        Assert.Equal(Clock.GetUtcNow(), (await store.FindReceivedAsync(Reader.Owner, "b", Stop))!.Report.WithdrawnAt);
        Assert.Null((await store.FindReceivedAsync(Reader.Owner, "a", Stop))!.Report.WithdrawnAt);
        Assert.False(await store.WithdrawAsync(Reader.Owner, "b", Clock.GetUtcNow(), Stop));
        Assert.False(await store.WithdrawAsync(Reader.Owner, "none", Clock.GetUtcNow(), Stop));
    }

    [Fact]
    public async Task What_is_erased_leaves_nothing_but_its_number()
    {
        ISubmissionStore store = await MigratedAsync();
        await store.SaveBareAsync(Samples.Submission("a"), 1, 3, Stop);
        IndexState before = await store.StateAsync(Reader.Owner, Stop);
        Submission full = Samples.Submission("b");
        await store.SaveSubmissionAsync(full, Samples.Chunks(Samples.Full(100, full)), () => Samples.Report(full, 1), Stop);
        Assert.Equal("b", (await store.EraseAsync(Reader.Owner, "b", Stop))!.Submission.Id);

        Assert.Equal(before, await store.StateAsync(Reader.Owner, Stop));
        Assert.Equal(["a"], (await store.SubmissionsAsync(Reader.Owner, Stop)).Select(s => s.Report.Submission.Id));
        Assert.Null(await store.FindReceivedAsync(Reader.Owner, "b", Stop));
        Assert.Null(await store.FindSubmissionAsync(Reader.Owner, full.Sha256, full.Source, Stop));
        Assert.Null(await store.RejectionsAsync(Reader.Owner, "b", Stop));
        Assert.Null(await store.EraseAsync(Reader.Owner, "b", Stop));

        // The same bytes may come again, and get a number of their own.
        await store.SaveSubmissionAsync(full, Samples.Chunks(Samples.Full(100, full)), () => Samples.Report(full, 1), Stop);
        Assert.Equal([1, 3], (await store.SubmissionsAsync(Reader.Owner, Stop)).Select(s => s.Number));
    }

    [Fact]
    public async Task The_same_container_is_found_from_a_record_until_it_is_taken_out()
    {
        var box = new ConveyanceToken("container", "60e4b7ee424042ad30dc7f533d592d9f");
        var ship = new ConveyanceToken("vessel", "60e4b7ee424042ad30dc7f533d592d9f");
        ISubmissionStore store = await MigratedAsync();
        await SaveAsync("a", 1, box);
        await SaveAsync("b", 100, box, new ConveyanceToken("vessel", "2e0533fa12273400e9d480abfba8c1bc"));
        await SaveAsync("c", 200, ship);
        Case first = (await AllAsync(store))[0];
        string asked = first.Seizures[0].Id;
        Assert.Equal([box], first.Tokens);

        // Equal digits of another kind are another thing; who does not see the record cannot ask from it.
        SharedConveyance shared = Assert.Single(await store.SharingConveyanceAsync(Reader.Owner, asked, 50, Stop));
        Assert.Equal(("container", "b"), (shared.Kind, (await store.FindCaseAsync(Reader.Owner, shared.SeizureId, Stop))!.SubmissionId));
        Assert.Empty(await store.SharingConveyanceAsync(Reader.Of(Marking.Red, ["ZZ"]), asked, 50, Stop));
        Assert.Empty(await store.SharingConveyanceAsync(Reader.Owner, "none", 50, Stop));

        // What newer rules mask takes no token away.
        await store.RescreenAsync(static (_, _) => "[detail]", isTrial: false, Stop);
        Assert.Single(await store.SharingConveyanceAsync(Reader.Owner, asked, 50, Stop));
        Assert.True(await store.WithdrawAsync(Reader.Owner, "b", Clock.GetUtcNow(), Stop));
        Assert.Empty(await store.SharingConveyanceAsync(Reader.Owner, asked, 50, Stop));
        Assert.NotNull(await store.EraseAsync(Reader.Owner, "b", Stop));
        Assert.Empty(await store.SharingConveyanceAsync(Reader.Owner, asked, 50, Stop));

        async Task SaveAsync(string id, int number, params ConveyanceToken[] tokens)
        {
            Submission submission = Samples.Submission(id);
            Case told = Samples.Full(number, submission) with { Tokens = tokens };
            await store.SaveSubmissionAsync(submission, Samples.Chunks(told), () => Samples.Report(submission, 1), Stop);
        }
    }

    [Fact]
    public async Task Every_text_but_a_list_s_own_word_is_screened_again()
    {
        Submission submission = Samples.Submission();
        Case full = Samples.Full(1, submission);
        ISubmissionStore store = await SavedAsync(submission, full);
        Assert.Equal(1, await store.RescreenAsync(static (kind, _) => $"{kind}", isTrial: true, Stop));
        Assert.Equivalent(full, (await AllAsync(store))[0], strict: true);
        Assert.Equal(1, await store.RescreenAsync(static (kind, _) => $"{kind}", isTrial: false, Stop));
        Case now = (await AllAsync(store))[0];
        Assert.Equal(("Prose", "Prose"), (now.Narrative, now.CoverGoods));
        Assert.Equal(("Place", "Place"), (now.PlaceName, now.Admin1.Text));
        Assert.Equal(["Place", null, "Place", null, "Place"], now.Legs.Select(l => l.Place.Text));
        Assert.Equal(("Reference", "Words", "Reference"), (now.CaseRef, now.Operation, now.AlertRef));
        // Of the techniques the third alone was not understood; the amount was.
        Assert.Equal(["raio X", null, "Words"], now.Detection.Techniques.Select(t => t.Text));
        Seizure seizure = now.Seizures[1];
        Assert.Equal(("Words", "Words", "Words"), (seizure.Brand, seizure.FirearmMake, seizure.FirearmModel));
        Assert.Equal(("pistola", full.Seizures[1].QuantityText), (seizure.Product.Text, seizure.QuantityText));
        Assert.Equal(full.Seizures[1].SerialHashes, seizure.SerialHashes);
        Assert.Equal("FileName", (await store.SubmissionsAsync(Reader.Owner, Stop))[0].Report.Submission.FileName);

        Assert.Equal(1, await store.RescreenAsync(static (_, _) => "", isTrial: false, Stop));
        now = (await AllAsync(store))[0];
        Assert.Equal((null, null, null), (now.PlaceName, now.Narrative, now.Seizures[0].Brand));
        Assert.Equal(new Stated(NonValue.Unmapped, null), now.Detection.Techniques[2]);
    }

    [Fact]
    public async Task Nobody_changes_what_they_do_not_see()
    {
        Submission submission = Samples.Submission();
        Case full = Samples.Full(1, submission);
        ISubmissionStore store = await SavedAsync(submission, full);
        Reader other = Reader.Of(Marking.Red, ["ZZ"]);
        Assert.False(await store.WithdrawAsync(other, submission.Id, Clock.GetUtcNow(), Stop));
        Assert.Null(await store.EraseAsync(other, submission.Id, Stop));
        Assert.False(await store.LeaveOutAsync(other, full.Id, true, Stop));
        Assert.False(await store.FlagAsync(other, full.Seizures[0].Id, [], Stop));
        Assert.False(await store.NameGoodsAsync(other, full.Seizures[0].Id, default, default, Stop));
        Assert.Single(await AllAsync(store));
    }

    [Fact]
    public async Task A_case_that_is_left_out_counts_no_more_until_it_is_let_in_again()
    {
        ISubmissionStore store = await MigratedAsync();
        await store.SaveBareAsync(Samples.Submission("a"), 1, 3, Stop);
        IndexState before = await store.StateAsync(Reader.Owner, Stop);
        Assert.True(await store.LeaveOutAsync(Reader.Owner, "case000000000002", true, Stop));
        Assert.Equal(["case000000000001", "case000000000003"], (await AllAsync(store)).Select(c => c.Id));
        Assert.Equal(2, (await store.StateAsync(Reader.Owner, Stop)).Cases);
        Assert.True(await store.LeaveOutAsync(Reader.Owner, "case000000000002", false, Stop));
        Assert.Equal(before, await store.StateAsync(Reader.Owner, Stop));
    }

    [Fact]
    public async Task Flags_are_set_anew_on_the_seizure_named()
    {
        Submission submission = Samples.Submission();
        Case full = Samples.Full(1, submission);
        ISubmissionStore store = await SavedAsync(submission, full);
        Assert.NotEmpty(full.Seizures[0].OutlierFlags);
        Assert.True(await store.FlagAsync(Reader.Owner, full.Seizures[0].Id, [], Stop));
        Assert.Empty((await AllAsync(store))[0].Seizures[0].OutlierFlags);
    }

    [Fact]
    public async Task What_a_seizure_is_of_is_set_anew_and_nothing_else_of_it()
    {
        Submission submission = Samples.Submission();
        Case full = Samples.Full(1, submission);
        ISubmissionStore store = await SavedAsync(submission, full);
        Seizure before = (await AllAsync(store))[0].Seizures[0];
        (Stated heading, Stated product) = (new("H02", null), new("cigarettes", "fags"));
        Assert.True(await store.NameGoodsAsync(Reader.Owner, before.Id, heading, product, Stop));
        Seizure named = (await AllAsync(store))[0].Seizures[0];
        Assert.Equal((heading, product), (named.Heading, named.Product));
        Assert.True(await store.NameGoodsAsync(Reader.Owner, before.Id, before.Heading, before.Product, Stop));
        Assert.Equivalent(before, (await AllAsync(store))[0].Seizures[0], strict: true);
    }

    // Rows 17 and 18 of one case; row 18 is mended, then 17.
    [Fact]
    public async Task A_row_that_comes_again_takes_the_place_of_what_was_kept_of_it()
    {
        Submission first = Samples.Submission("a");
        Case full = Samples.Full(1, first);
        ISubmissionStore store = await SavedAsync(first, full);
        Submission second = Samples.Submission("b");
        Case mended = Samples.Full(2, second) with { Seizures = [full.Seizures[1] with { Row = 2, Brand = "Z" }] };
        await ReplaceAsync(store, second, mended);
        Assert.Equal(
            [(full.Id, 17, full.Seizures[0].Brand), (mended.Id, 2, "Z")],
            (await AllAsync(store)).SelectMany(c => c.Seizures.Select(s => (c.Id, s.Row, s.Brand)))
        );

        Submission third = Samples.Submission("c");
        Case rest = Samples.Full(3, third) with { Seizures = [full.Seizures[0] with { Row = 2, Brand = "Y" }] };
        await ReplaceAsync(store, third, rest);
        Assert.Equal([mended.Id, rest.Id], (await AllAsync(store)).Select(c => c.Id));
    }

    [Fact]
    public async Task A_case_is_kept_until_it_is_mended_or_erased()
    {
        Submission first = Samples.Submission("a"),
            second = Samples.Submission("b"),
            third = Samples.Submission("c");
        (Case mended, Case withdrawn, Case leftOut) = (Samples.Full(1, first), Samples.Full(2, second), Samples.Full(3, third));
        ISubmissionStore store = await SavedAsync(first, mended);
        await store.SaveSubmissionAsync(second, Samples.Chunks(withdrawn), () => Samples.Report(second, 1), Stop);
        await store.SaveSubmissionAsync(third, Samples.Chunks(leftOut), () => Samples.Report(third, 1), Stop);
        string[] asked = [mended.Id, withdrawn.Id, leftOut.Id, "none"];
        Assert.Equal(asked[..3].ToHashSet(), await store.FindKeptAsync(Reader.Owner, asked, Stop));
        Assert.Empty(await store.FindKeptAsync(Reader.Of(Marking.Red, ["ZZ"]), asked, Stop));
        string[] seizures = [mended.Seizures[0].Id, withdrawn.Seizures[1].Id, leftOut.Seizures[0].Id, "none"];
        Assert.Equal(["a", "b", "c"], await OfAsync(Reader.Owner));
        Assert.Empty(await OfAsync(Reader.Of(Marking.Red, ["ZZ"])));

        Submission again = Samples.Submission("d");
        await ReplaceAsync(store, again, Samples.Full(4, again) with { Seizures = mended.Seizures });
        Assert.True(await store.WithdrawAsync(Reader.Owner, "b", Clock.GetUtcNow(), Stop));
        Assert.True(await store.LeaveOutAsync(Reader.Owner, leftOut.Id, true, Stop));
        Assert.Equal(asked[1..3].ToHashSet(), await store.FindKeptAsync(Reader.Owner, asked, Stop));
        Assert.Equal(["d"], await OfAsync(Reader.Owner));
        Assert.NotNull(await store.EraseAsync(Reader.Owner, "b", Stop));
        Assert.Equal([leftOut.Id], await store.FindKeptAsync(Reader.Owner, asked, Stop));

        async Task<IEnumerable<string>> OfAsync(Reader reader)
        {
            IReadOnlyDictionary<string, string> found = await store.FindSubmissionsOfAsync(reader, seizures, Stop);
            return seizures.Where(found.ContainsKey).Select(s => found[s]);
        }
    }

    [Fact]
    public async Task Nobody_replaces_what_another_office_sent()
    {
        Submission first = Samples.Submission("a") with { SentBy = "ours" };
        Case full = Samples.Full(1, first);
        ISubmissionStore store = await SavedAsync(first, full);
        foreach (string? sender in (string?[])["theirs", null])
        {
            Submission other = Samples.Submission("by " + sender) with { SentBy = sender };
            await ReplaceAsync(store, other, Samples.Full(sender is null ? 2 : 3, other), full.Seizures[1].Id);
        }

        IReadOnlyList<Case> kept = await AllAsync(store);
        Assert.Equal(3, kept.Count);
        Assert.Equivalent(full, kept[0], strict: true);
    }

    [Fact]
    public async Task A_refused_row_is_its_senders_alone()
    {
        Submission ours = Samples.Submission("a") with { SentBy = "ours" };
        Submission line = Samples.Submission("b");
        ISubmissionStore store = await SavedAsync(ours, Samples.Full(1, ours));
        RowOrigin refused = await RefuseAsync(ours with { Id = "c", Sha256 = "c" }, 4),
            byLine = await RefuseAsync(line, 4);
        // Row 17 of a was accepted; of c, row 4 alone was refused; d is nobody's.
        RowOrigin[] asked = [refused, byLine, new(ours.Id, 17), new("c", 5), new(ours.Id, 4), new("d", 4)];
        Assert.Equal([refused], await store.FindRefusedAsync("ours", asked, Stop));
        Assert.Equal([byLine], await store.FindRefusedAsync(null, asked, Stop));
        Assert.Empty(await store.FindRefusedAsync("theirs", asked, Stop));
        Assert.NotNull(await store.EraseAsync(Reader.Owner, "c", Stop));
        Assert.Empty(await store.FindRefusedAsync("ours", asked, Stop));

        async Task<RowOrigin> RefuseAsync(Submission submission, int row)
        {
            await store.SaveSubmissionAsync(submission, ChunksAsync(row), () => Samples.Report(submission, 0), Stop);
            return new(submission.Id, row);
        }

        async IAsyncEnumerable<SubmissionChunk> ChunksAsync(int row)
        {
            yield return new([], [new(row, "seizure_date", RejectionCode.NoUsableDate, "no day")], []);
            await Task.Yield();
        }
    }

    [Fact]
    public async Task A_case_reference_is_not_used_by_what_is_replaced()
    {
        Submission submission = Samples.Submission("a");
        Case full = Samples.Full(1, submission);
        ISubmissionStore store = await SavedAsync(submission, full);
        string country = full.ReportingCountry.Code;
        Assert.Single(await store.FindUsedCaseRefsAsync(Reader.Owner, country, [full.CaseRef!], ["z"], Stop));
        Assert.Empty(await store.FindUsedCaseRefsAsync(Reader.Owner, country, [full.CaseRef!], [full.Seizures[1].Id], Stop));
    }

    private static Task ReplaceAsync(ISubmissionStore store, Submission submission, Case mended, params string[] replaces)
    {
        return store.SaveSubmissionAsync(submission, ChunksAsync(), () => Samples.Report(submission, 1), Stop);

        async IAsyncEnumerable<SubmissionChunk> ChunksAsync()
        {
            yield return new([mended], [], []) { Replaces = [.. mended.Seizures.Select(s => s.Id), .. replaces] };
            await Task.Yield();
        }
    }

    [Fact]
    public async Task A_serial_number_is_found_by_its_hash_by_who_may_see_its_case()
    {
        Submission submission = Samples.Submission();
        Case full = Samples.Full(1, submission);
        ISubmissionStore store = await SavedAsync(submission, full);
        string hash = full.Seizures[1].SerialHashes[1];
        Assert.Equal([full.Seizures[1].Id], await store.FindBySerialAsync(Reader.Owner, hash, 9, Stop));
        Assert.Equal(2, (await store.FindBySerialAsync(Reader.Owner, full.Seizures[0].SerialHashes[0], 9, Stop)).Count);
        Assert.Equal([full.Seizures[0].Id], await store.FindBySerialAsync(Reader.Owner, full.Seizures[0].SerialHashes[0], 1, Stop));
        Assert.Empty(await store.FindBySerialAsync(Reader.Of(Marking.Red, ["ZZ"]), hash, 9, Stop));
        Assert.Empty(await store.FindBySerialAsync(Reader.UpTo(Marking.Green), hash, 9, Stop));
        Assert.True(await store.WithdrawAsync(Reader.Owner, submission.Id, Clock.GetUtcNow(), Stop));
        Assert.Empty(await store.FindBySerialAsync(Reader.Owner, hash, 9, Stop));
    }

    // Rows 17 and 18 of one case have a number in common and one of their own; row 18 is mended.
    [Fact]
    public async Task A_serial_number_goes_with_its_row_and_with_its_submission()
    {
        Submission first = Samples.Submission("a");
        Case full = Samples.Full(1, first);
        ISubmissionStore store = await SavedAsync(first, full);
        (string common, string own) = (full.Seizures[1].SerialHashes[0], full.Seizures[1].SerialHashes[1]);
        Submission second = Samples.Submission("b");
        Case mended = Samples.Full(2, second) with { Seizures = [full.Seizures[1] with { SerialHashes = [own] }] };
        await ReplaceAsync(store, second, mended);
        Assert.Equal([full.Seizures[0].Id], await store.FindBySerialAsync(Reader.Owner, common, 9, Stop));
        Assert.Equal([full.Seizures[1].Id], await store.FindBySerialAsync(Reader.Owner, own, 9, Stop));
        Assert.NotNull(await store.EraseAsync(Reader.Owner, "a", Stop));
        Assert.Empty(await store.FindBySerialAsync(Reader.Owner, common, 9, Stop));
        Assert.Single(await store.FindBySerialAsync(Reader.Owner, own, 9, Stop));
    }

    [Fact]
    public async Task A_submission_above_a_readers_marking_is_its_offices_alone()
    {
        Submission submission = Samples.Submission() with { SentBy = "ours", RequestKey = "first" };
        Case red = Samples.Full(1, submission) with { Marking = Marking.Red };
        ISubmissionStore store = await SavedAsync(submission, red);
        Reader reader = Reader.UpTo(Marking.Amber);
        Assert.Empty(await store.SubmissionsAsync(reader, Stop));
        Assert.Empty(await store.SubmissionsAsync(reader.In("theirs"), Stop));
        ReceivedSubmission own = Assert.Single(await store.SubmissionsAsync(reader.In("ours"), Stop));
        Assert.Equal(("ours", "first"), (own.Report.Submission.SentBy, own.Report.Submission.RequestKey));
        Assert.Equal(submission.Id, (await store.FindRequestAsync(reader.In("ours"), "first", Stop))!.Submission.Id);
        Assert.Null(await store.FindRequestAsync(reader.In("theirs"), "first", Stop));
    }

    [Fact]
    public async Task An_office_sees_what_it_sent_even_without_an_accepted_row()
    {
        Submission submission = Samples.Submission() with { SentBy = "nl-customs" };
        ISubmissionStore store = await SavedAsync(submission);
        Reader reader = Reader.Of(Marking.Amber, ["NL"]);
        Assert.Empty(await store.SubmissionsAsync(reader, Stop));
        Assert.Single(await store.SubmissionsAsync(reader.In("nl-customs"), Stop));
        Assert.NotNull(await store.RejectionsAsync(reader.In("nl-customs"), submission.Id, Stop));
    }
}
