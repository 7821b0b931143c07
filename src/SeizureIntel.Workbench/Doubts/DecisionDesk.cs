using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Auditing;
using SeizureIntel.Cases;
using SeizureIntel.Decisions;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Seizures;
using SeizureIntel.Workbench.Submissions;
using SeizureIntel.Workbench.Typing;

namespace SeizureIntel.Workbench.Doubts;

/// <summary>Takes decisions on records that look wrong or told twice, and undoes them.</summary>
/// <param name="submissions">The truth.</param>
/// <param name="products">Keeps decisions.</param>
/// <param name="proposals">Takes back what was accepted of a proposal.</param>
/// <param name="changes">Brings what was changed to the index.</param>
/// <param name="audit">Who decided what.</param>
/// <param name="words">Screens what was typed.</param>
/// <param name="time">The clock.</param>
public sealed class DecisionDesk(
    ISubmissionStore submissions,
    IProductStore products,
    ProposalDesk proposals,
    StoreChanges changes,
    IAuditLog audit,
    TypedWords words,
    TimeProvider time
)
{
    private const int LongestNote = 300;
    private const char Between = '~';

    /// <summary>The subject of a decision on two cases.</summary>
    public static string SubjectOf(string keptCase, string otherCase) => keptCase + Between + otherCase;

    /// <summary>The two cases of a subject.</summary>
    public static (string Kept, string Other) CasesOf(string subject) =>
        subject.Split(Between) is [var kept, var other] ? (kept, other) : (subject, subject);

    /// <summary>Decides; an earlier decision on the same is replaced.</summary>
    /// <exception cref="Fault">The reader sees no such record, it bears no doubt, or something typed is personal.</exception>
    public async Task<DecisionTaken> DecideAsync(Reader reader, Actor actor, DecisionToTake asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(asked);
        string? note = string.IsNullOrWhiteSpace(asked.Note) ? null : words.Require(asked.Note, "note", LongestNote);
        Case found = await CaseAsync(reader, asked.Seizure, cancellationToken);
        Decision decision = Of(found, asked.Seizure!);
        if (asked.Kind == DoubtKind.NearDuplicate)
        {
            Case other = await CaseAsync(reader, asked.Other, cancellationToken);
            if (other.Id == found.Id)
                throw Fault.Usage("same_case", "Both are lines of one case, which counts once.", "Name seizures of two cases.");
            decision = Of(other, SubjectOf(found.Id, other.Id));
        }

        // What is left out is found again by its decision alone: that is kept first.
        await products.SaveDecisionAsync(decision, cancellationToken);
        bool isDone =
            decision.Kind == DoubtKind.Outlier
                ? await FlagAsync(reader, found, asked.Seizure!, decision.Choice == Choice.Keep, cancellationToken)
                : decision.Choice == Choice.Keep || await LeaveOutAsync(reader, decision, true, cancellationToken);
        if (!isDone)
        {
            await products.RemoveDecisionAsync(reader, decision.SubjectId, decision.Kind, CancellationToken.None);
            throw Unknown(asked.Other ?? asked.Seizure);
        }

        await NoteAsync(actor, "decide", decision);
        return new DecisionTaken(decision.SubjectId, decision.Kind, decision.Choice, await changes.SettledAsync());

        Decision Of(Case about, string subject) =>
            new(
                subject,
                asked.Kind,
                asked.Choice,
                about.SubmissionId,
                about.ReportingCountry.Code,
                about.Marking,
                actor.AccountId,
                time.GetUtcNow(),
                note
            );
    }

    /// <summary>Undoes a decision: the records are as they were before it, and open again.</summary>
    /// <exception cref="Fault">There is no such decision on a record that the reader sees.</exception>
    public async Task<DecisionTaken> UndoAsync(
        Reader reader,
        Actor actor,
        DoubtKind kind,
        string subject,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(actor);
        Decision decision = (await products.DecisionsAsync(reader, cancellationToken)).FirstOrDefault(d =>
            d.Kind == kind && d.SubjectId == subject
        ) ?? throw Fault.Usage("unknown_decision", "There is no such decision.", "The page of records to decide on lists them.");
        if (decision is { Kind: DoubtKind.Outlier, Choice: Choice.Keep })
        {
            if (await submissions.FindCaseAsync(reader, subject, cancellationToken) is { } found)
                await FlagAsync(reader, found, subject, isKept: false, cancellationToken);
        }
        else if (decision is { Kind: DoubtKind.NearDuplicate, Choice: Choice.LeaveOut })
            await LeaveOutAsync(reader, decision, false, cancellationToken);
        else if (decision is { Kind: DoubtKind.ProposedHeading or DoubtKind.ProposedProduct, Choice: Choice.Accept })
        {
            // Of a case that is left out nothing is changed: what was accepted stays decided until the case counts again.
            if (!await proposals.UndoAsync(reader, decision, cancellationToken))
                throw Unknown(subject);
        }

        await products.RemoveDecisionAsync(reader, subject, kind, cancellationToken);
        await NoteAsync(actor, "undo_decision", decision);
        return new DecisionTaken(subject, kind, null, await changes.SettledAsync());
    }

    private async Task<Case> CaseAsync(Reader reader, string? seizure, CancellationToken cancellationToken) =>
        (string.IsNullOrWhiteSpace(seizure) ? null : await submissions.FindCaseAsync(reader, seizure, cancellationToken))
        ?? throw Unknown(seizure);

    private async Task<bool> FlagAsync(Reader reader, Case found, string seizureId, bool isKept, CancellationToken cancellationToken)
    {
        Seizure seizure = found.Seizures.First(s => s.Id == seizureId);
        if (seizure.OutlierFlags.Count == 0)
            return false;
        var flags = isKept ? OutlierFlag.Keep(seizure.OutlierFlags) : OutlierFlag.Reopen(seizure.OutlierFlags);
        return flags.SequenceEqual(seizure.OutlierFlags)
            || await changes.MakeAsync(() => submissions.FlagAsync(reader, seizureId, flags, cancellationToken), cancellationToken);
    }

    private Task<bool> LeaveOutAsync(Reader reader, Decision decision, bool isLeftOut, CancellationToken cancellationToken) =>
        changes.MakeAsync(
            () => submissions.LeaveOutAsync(reader, CasesOf(decision.SubjectId).Other, isLeftOut, cancellationToken),
            cancellationToken
        );

    private Task NoteAsync(Actor actor, string action, Decision decision)
    {
        string detail = $"{decision.Kind} {decision.Choice}".ToLowerInvariant();
        return audit.AppendAsync(
            [new AuditEntry(time.GetUtcNow(), actor.Name, action, decision.SubjectId, "done", detail)],
            CancellationToken.None
        );
    }

    private static Fault Unknown(string? seizure) =>
        Fault.Usage("unknown_record", $"There is no seizure '{seizure}' to decide on.", "The page of records to decide on lists them.");
}
