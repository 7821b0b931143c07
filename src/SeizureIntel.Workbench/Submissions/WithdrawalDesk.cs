using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Auditing;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Studies.Kept;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>Takes submissions back: out of every figure, or out of the world.</summary>
/// <param name="submissions">The truth.</param>
/// <param name="products">Decisions and questions on what is erased.</param>
/// <param name="archive">The screened rows.</param>
/// <param name="changes">Changes what the index holds.</param>
/// <param name="feeder">Makes the index anew.</param>
/// <param name="cache">Answers that counted what is erased.</param>
/// <param name="audit">Where a tombstone stands.</param>
/// <param name="time">The clock.</param>
public sealed class WithdrawalDesk(
    ISubmissionStore submissions,
    IProductStore products,
    ISubmissionArchive archive,
    StoreChanges changes,
    IndexFeeder feeder,
    StudyCache cache,
    IAuditLog audit,
    TimeProvider time
)
{
    private const string Decide = "decide";

    /// <summary>Withdraws a submission: its records leave every figure, and its report stays.</summary>
    /// <param name="reader">Who asks: an analyst for what they see, anybody for what their office sent.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="id">The submission.</param>
    /// <param name="cancellationToken">Stops before the change; the index follows in any case.</param>
    /// <exception cref="Fault">There is none, it is not theirs, or it was withdrawn before.</exception>
    public async Task<WithdrawalAnswer> WithdrawAsync(Reader reader, Actor actor, string id, CancellationToken cancellationToken)
    {
        LoadReport report = await FindAsync(reader, id, cancellationToken);
        if (!MayWithdraw(reader, actor, report.Submission))
            throw Fault.Usage("not_allowed", "This file is another office's.", "Its sender or an analyst withdraws it.");
        await RequireAsync(() => submissions.WithdrawAsync(reader, id, time.GetUtcNow(), cancellationToken), cancellationToken);
        await NoteAsync(actor, "withdraw_submission", report, "done", cancellationToken);
        return new WithdrawalAnswer(id, "withdrawn", report.Seizures, report.Cases, await changes.SettledAsync());
    }

    /// <summary>Erases a submission from store, archive, index and caches; what is left is its number, and what the audit says of it.</summary>
    /// <remarks>The index is made anew: the embedded one keeps the bytes of what left it until then.</remarks>
    /// <exception cref="Fault">There is none.</exception>
    public async Task<WithdrawalAnswer> EraseAsync(Reader reader, Actor actor, string id, CancellationToken cancellationToken)
    {
        LoadReport report = await FindAsync(reader, id, cancellationToken);

        // The tombstone stands before the grave: an erasure that breaks off is known, and done again.
        await NoteAsync(actor, "erase_submission", report, "begun", cancellationToken);
        await RequireAsync(async () => await submissions.EraseAsync(reader, id, cancellationToken) is not null, cancellationToken);
        await products.EraseSubmissionAsync(id, CancellationToken.None);
        await archive.EraseAsync(id, CancellationToken.None);
        bool isOut = await changes.SettledAsync();
        if (isOut)
            await feeder.ReindexAsync(CancellationToken.None);
        cache.Clear();
        await NoteAsync(actor, "erase_submission", report, isOut ? "done" : "failed", CancellationToken.None);
        return new WithdrawalAnswer(id, "erased", report.Seizures, report.Cases, isOut);
    }

    /// <summary>Whether somebody may withdraw a submission that they see.</summary>
    public static bool MayWithdraw(Reader reader, Actor actor, Submission submission)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(submission);
        return actor.May(Decide) || (submission.SentBy is { } office && office == reader.Office);
    }

    private async Task<LoadReport> FindAsync(Reader reader, string id, CancellationToken cancellationToken) =>
        (await submissions.FindReceivedAsync(reader, id, cancellationToken))?.Report
        ?? throw Fault.Usage("unknown_submission", $"There is no submission '{id}'.", "./run submissions lists them.");

    private async Task RequireAsync(Func<Task<bool>> change, CancellationToken cancellationToken)
    {
        if (!await changes.MakeAsync(change, cancellationToken))
            throw Fault.Usage("already_withdrawn", "It was withdrawn before.", "Its report says when.");
    }

    private Task NoteAsync(Actor actor, string action, LoadReport report, string outcome, CancellationToken cancellationToken)
    {
        Submission submission = report.Submission;
        string detail = string.Create(
            CultureInfo.InvariantCulture,
            $"sha256={submission.Sha256} received={submission.ReceivedAt.UtcDateTime:O} seizures={report.Seizures} cases={report.Cases}"
        );
        return audit.AppendAsync([new AuditEntry(time.GetUtcNow(), actor.Name, action, submission.Id, outcome, detail)], cancellationToken);
    }
}
