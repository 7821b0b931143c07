using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Decisions;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Labels;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.Workbench.Seizures;

/// <summary>Shows what is proposed for a seizure, and takes decisions on it.</summary>
/// <param name="submissions">The truth, which an accepted proposal changes.</param>
/// <param name="products">Keeps the decisions.</param>
/// <param name="accounts">Names of who decided.</param>
/// <param name="proposer">What the words say.</param>
/// <param name="codeLists">Names of codes.</param>
/// <param name="changes">Brings a change to the index.</param>
/// <param name="time">The clock.</param>
public sealed class ProposalDesk(
    ISubmissionStore submissions,
    IProductStore products,
    IAccountStore accounts,
    GoodsProposer proposer,
    CodeListSet codeLists,
    StoreChanges changes,
    TimeProvider time
)
{
    private const string Accept = "accept";
    private const string Refuse = "refuse";
    private const string Undo = "undo";

    private readonly ValueWords _words = new(codeLists);

    /// <summary>What was decided on a seizure, and what is proposed for it now.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="found">The case.</param>
    /// <param name="seizure">One of its seizures.</param>
    /// <param name="mayReadNarrative">Whether the reader may read the case's account.</param>
    /// <param name="cancellationToken">Stops.</param>
    internal async Task<IReadOnlyList<ProposalAnswer>> AnswerAsync(
        Reader reader,
        Case found,
        Seizure seizure,
        bool mayReadNarrative,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<Decision> decided = await DecidedAsync(reader, found, seizure.Id, cancellationToken);
        var answers = new List<ProposalAnswer>();
        if (decided.Count > 0)
        {
            var names = (await accounts.AccountsAsync(cancellationToken)).ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
            answers.AddRange(decided.Select(d => Decided(d, names.GetValueOrDefault(d.DecidedBy, d.DecidedBy))));
        }

        if (Proposed(found, seizure, mayReadNarrative, decided) is { } now)
            answers.Add(now);
        return answers;
    }

    /// <summary>Accepts or refuses what is proposed, or takes a decision back; an accepted code counts once this has ended.</summary>
    /// <exception cref="Fault">The reader sees no such seizure, or this is not proposed or decided.</exception>
    public async Task DecideAsync(Reader reader, Actor actor, string id, ProposalToDecide asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(asked);
        Case found = await submissions.FindCaseAsync(reader, id, cancellationToken)
            ?? throw Fault.Usage("unknown_seizure", $"There is no seizure '{id}'.", "A search gives the ids of seizures.");
        Seizure seizure = found.Seizures.First(s => s.Id == id);
        IReadOnlyList<Decision> decided = await DecidedAsync(reader, found, id, cancellationToken);
        await (
            asked.Choice switch
            {
                Accept => AcceptAsync(reader, actor, found, seizure, decided, asked, cancellationToken),
                Refuse => KeepAsync(actor, found, seizure, decided, asked, Choice.Refuse, cancellationToken),
                Undo => TakeBackAsync(reader, seizure, decided, Asked(decided, asked), cancellationToken),
                _ => throw Fault.Usage("bad_choice", $"There is no choice '{asked.Choice}'.", "Choose accept, refuse or undo."),
            }
        );
        await changes.SettledAsync();
    }

    /// <summary>Takes an accepted proposal back; nothing where the row was mended since, of which the decision does not speak.</summary>
    /// <returns>False where the seizure does not count now, or the reader does not see it: nothing was done.</returns>
    internal async Task<bool> UndoAsync(Reader reader, Decision decision, CancellationToken cancellationToken)
    {
        if (decision.Code is null || await submissions.FindCaseAsync(reader, decision.SubjectId, cancellationToken) is not { } found)
            return false;
        if (decision.IsLapsed(found.SubmissionId))
            return true;
        Seizure seizure = found.Seizures.First(s => s.Id == decision.SubjectId);
        await TakeBackAsync(reader, seizure, await DecidedAsync(reader, found, seizure.Id, cancellationToken), decision, cancellationToken);
        return true;
    }

    // The decision stands before the change: one that breaks off is seen, and can be taken back.
    private async Task AcceptAsync(
        Reader reader,
        Actor actor,
        Case found,
        Seizure seizure,
        IReadOnlyList<Decision> decided,
        ProposalToDecide asked,
        CancellationToken stop
    )
    {
        DateTimeOffset at = await KeepAsync(actor, found, seizure, decided, asked, Choice.Accept, stop);
        (Stated heading, Stated product) = (seizure.Heading, seizure.Product);
        if (asked.Field == GoodsProposer.Heading)
        {
            heading = new Stated(asked.Code, heading.Text);
        }
        else
        {
            product = new Stated(asked.Code, product.Text);
            if (GoodsProposer.IsOpen(heading) && proposer.HeadingOf(asked.Code) is { } of)
            {
                heading = new Stated(of, heading.Text);
                await SaveAsync(actor, found, seizure, DoubtKind.ProposedHeading, Choice.Accept, of, at, stop);
            }
        }

        await changes.MakeAsync(() => submissions.NameGoodsAsync(reader, seizure.Id, heading, product, stop), stop);
    }

    private async Task<DateTimeOffset> KeepAsync(
        Actor actor,
        Case found,
        Seizure seizure,
        IReadOnlyList<Decision> decided,
        ProposalToDecide asked,
        Choice choice,
        CancellationToken stop
    )
    {
        if (Proposed(found, seizure, mayReadNarrative: true, decided) is not { } now || now.Field != asked.Field || now.Code != asked.Code)
            throw Fault.Usage(
                "no_such_proposal",
                "This is not proposed for this seizure.",
                "Its page shows what is proposed; it may have been decided meanwhile."
            );
        DateTimeOffset at = time.GetUtcNow();
        await SaveAsync(actor, found, seizure, KindOf(asked.Field), choice, asked.Code, at, stop);
        return at;
    }

    private static Decision Asked(IReadOnlyList<Decision> decided, ProposalToDecide asked) =>
        decided.FirstOrDefault(d => FieldOf(d.Kind) == asked.Field && d.Code == asked.Code)
        ?? throw Fault.Usage("no_such_decision", "Nobody decided this.", "The seizure's page shows what was decided.");

    // What an accepted product brought with it goes with it.
    private async Task TakeBackAsync(Reader reader, Seizure seizure, IReadOnlyList<Decision> decided, Decision one, CancellationToken stop)
    {
        Decision[] together = [.. decided.Where(d => d == one || (one.Kind == DoubtKind.ProposedProduct && d.At == one.At))];
        if (one.Choice == Choice.Accept)
        {
            (Stated heading, Stated product) = (seizure.Heading, seizure.Product);
            if (Array.Exists(together, d => d.Kind == DoubtKind.ProposedHeading))
                heading = Before(heading);
            if (one.Kind == DoubtKind.ProposedProduct)
                product = Before(product);
            await changes.MakeAsync(() => submissions.NameGoodsAsync(reader, seizure.Id, heading, product, stop), stop);
        }

        foreach (Decision decision in together)
            await products.RemoveDecisionAsync(reader, seizure.Id, decision.Kind, stop);
    }

    // Proposals are made only where nothing was understood.
    private static Stated Before(Stated accepted) => accepted.Text is null ? default : new Stated(NonValue.Unmapped, accepted.Text);

    // Of a row that was mended since, the goods are as its file says.
    private async Task<IReadOnlyList<Decision>> DecidedAsync(Reader reader, Case found, string seizureId, CancellationToken stop) =>
        [
            .. (await products.DecisionsAsync(reader, stop))
                .Where(d =>
                    d.SubjectId == seizureId && d.Kind is DoubtKind.ProposedHeading or DoubtKind.ProposedProduct && d.Code is not null
                )
                .Where(d => !d.IsLapsed(found.SubmissionId))
                .OrderBy(d => d.Kind),
        ];

    private Task SaveAsync(
        Actor actor,
        Case found,
        Seizure seizure,
        DoubtKind kind,
        Choice choice,
        string code,
        DateTimeOffset at,
        CancellationToken stop
    ) =>
        products.SaveDecisionAsync(
            new Decision(
                seizure.Id,
                kind,
                choice,
                found.SubmissionId,
                found.ReportingCountry.Code,
                found.Marking,
                actor.AccountId,
                at,
                null,
                code
            ),
            stop
        );

    private ProposalAnswer? Proposed(Case found, Seizure seizure, bool mayReadNarrative, IReadOnlyList<Decision> decided)
    {
        string[] refused = [.. decided.Where(d => d.Choice == Choice.Refuse).Select(d => d.Code!)];
        if (proposer.Find(found, seizure, mayReadNarrative, refused) is not { } one)
            return null;
        (Proposals.Proposal proposal, string text) = one;
        return new ProposalAnswer(
            proposal.Field,
            proposal.Code,
            _words.Code(proposal.Field, proposal.Code),
            "proposed",
            proposal.Probability,
            proposal.By,
            text.Substring(proposal.Start, proposal.Length),
            null,
            null
        );
    }

    private ProposalAnswer Decided(Decision decision, string by)
    {
        string field = FieldOf(decision.Kind);
        return new ProposalAnswer(
            field,
            decision.Code!,
            _words.Code(field, decision.Code!),
            decision.Choice == Choice.Accept ? "accepted" : "refused",
            null,
            null,
            null,
            by,
            decision.At
        );
    }

    private static string FieldOf(DoubtKind kind) => kind == DoubtKind.ProposedProduct ? GoodsProposer.Product : GoodsProposer.Heading;

    private static DoubtKind KindOf(string field) => field == GoodsProposer.Product ? DoubtKind.ProposedProduct : DoubtKind.ProposedHeading;
}
