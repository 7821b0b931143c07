using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Auditing;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Storing;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Studies.Kept;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>Runs the rules of screening of today over what was kept by older ones: store, archive, index and kept answers.</summary>
/// <param name="lists">The words that give personal data away.</param>
/// <param name="codeLists">What codes and units are understood.</param>
/// <param name="sources">What the columns of archived rows mean.</param>
/// <param name="submissions">The truth.</param>
/// <param name="archive">The screened rows.</param>
/// <param name="changes">Brings what is masked to the index.</param>
/// <param name="feeder">Makes the index anew.</param>
/// <param name="cache">Answers that may hold what is masked now.</param>
/// <param name="audit">Where it is written down.</param>
/// <param name="time">The clock.</param>
public sealed class RescreenDesk(
    ScreeningLists lists,
    CodeListSet codeLists,
    SourceShelf sources,
    ISubmissionStore submissions,
    ISubmissionArchive archive,
    StoreChanges changes,
    IndexFeeder feeder,
    StudyCache cache,
    IAuditLog audit,
    TimeProvider time
)
{
    private const string Action = "rescreen";

    /// <summary>Masks what the rules of today find in the texts that are kept.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="isTrial">Whether to count alone.</param>
    /// <param name="cancellationToken">Stops between two submissions; what is masked stays masked, and the same call goes on.</param>
    /// <exception cref="Faults.Fault">The index is taking some of it at this moment.</exception>
    public async Task<RescreenAnswer> RescreenAsync(Actor actor, bool isTrial, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!isTrial)
            await NoteAsync(actor, "begun", "", cancellationToken);

        IReadOnlyList<ReceivedSubmission> received = await submissions.SubmissionsAsync(Reader.Owner, cancellationToken);
        int rows = await ScreenArchiveAsync(received, isTrial, cancellationToken);
        var texts = new KeptTextScreen(lists);
        int cases = isTrial ? await ScreenStoreAsync() : await changes.MakeAsync(ScreenStoreAsync, cancellationToken);
        bool isOut = true;
        if (!isTrial)
        {
            // Also where nothing was found: a run that broke off may have left the index behind.
            isOut = await changes.SettledAsync();
            if (isOut)
                await feeder.ReindexAsync(CancellationToken.None);
            cache.Clear();
            string counts = string.Create(CultureInfo.InvariantCulture, $" submissions={received.Count} cases={cases} rows={rows}");
            await NoteAsync(actor, isOut ? "done" : "failed", counts, CancellationToken.None);
        }

        return new RescreenAnswer(NominalScreen.Version, isTrial, received.Count, cases, rows, isOut);

        Task<int> ScreenStoreAsync() => submissions.RescreenAsync(texts.Screen, isTrial, cancellationToken);
    }

    private async Task<int> ScreenArchiveAsync(
        IReadOnlyList<ReceivedSubmission> received,
        bool isTrial,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<SourceDescription> known = await sources.AllAsync(cancellationToken);
        int changed = 0;
        foreach (Submission submission in received.Select(static r => r.Report.Submission))
        {
            IReadOnlyList<string> columns = await archive.ColumnsAsync(submission.Id, cancellationToken);
            var screen = new ArchivedRowScreen(lists, codeLists, known.FirstOrDefault(s => s.Name == submission.Source), columns);
            int rows = 0;
            await foreach (ArchivedRow row in archive.ReadAsync(submission.Id, cancellationToken))
                rows += screen.Screen(row) is null ? 0 : 1;
            changed += rows;
            if (rows > 0 && !isTrial)
                await RewriteAsync(submission, columns, screen, cancellationToken);
        }

        return changed;
    }

    private async Task RewriteAsync(
        Submission submission,
        IReadOnlyList<string> columns,
        ArchivedRowScreen screen,
        CancellationToken cancellationToken
    )
    {
        await using ArchiveEntry entry = archive.Create(submission, columns);
        await foreach (ArchivedRow row in archive.ReadAsync(submission.Id, cancellationToken))
            entry.Append(screen.Screen(row) ?? row);
        await entry.CompleteAsync(cancellationToken);
    }

    private Task NoteAsync(Actor actor, string outcome, string counts, CancellationToken cancellationToken) =>
        audit.AppendAsync(
            [new AuditEntry(time.GetUtcNow(), actor.Name, Action, "", outcome, $"rules={NominalScreen.Version}{counts}")],
            cancellationToken
        );
}
