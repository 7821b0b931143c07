using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App.Security;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.App.Commands;

/// <summary>Takes a submission back: out of every figure, or out of everything that is kept.</summary>
internal static class WithdrawalCommands
{
    // What is done to a submission for an owner.
    private delegate Task<WithdrawalAnswer> Course(WithdrawalDesk desk, Actor owner, string id, CancellationToken cancellationToken);

    /// <summary>Takes a submission out of every figure.</summary>
    public static Verb Withdraw(VerbContext context) =>
        Create(
            context,
            new Verb("withdraw", "Withdraws a submission: its records leave every figure, its report stays")
            {
                Examples = [("./run withdraw 1f0c9a4b7d2e8a35", "what it brought is in no figure any more")],
            },
            (desk, owner, id, stop) => desk.WithdrawAsync(Reader.Owner, owner, id, stop)
        );

    /// <summary>Erases a submission.</summary>
    public static Verb Erase(VerbContext context) =>
        Create(
            context,
            new Verb("erase", "Erases a submission from store, archive, index and caches; the audit keeps a tombstone")
            {
                Examples = [("./run erase 1f0c9a4b7d2e8a35", "nothing of it is left; the same file may be sent again")],
            },
            (desk, owner, id, stop) => desk.EraseAsync(Reader.Owner, owner, id, stop)
        );

    private static Verb Create(VerbContext context, Verb verb, Course course)
    {
        var id = new Argument<string>("ID") { Description = "Id of the submission, as ./run submissions shows it" };
        verb.Add(id);
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenToWriteAsync(parsed, stop);
                var owner = new Actor("", AuditTrail.Owner, Permissions.All);
                WithdrawalAnswer answer = await course(workspace.Get<WithdrawalDesk>(), owner, parsed.GetRequiredValue(id), stop);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(answer);
                else
                    context.Output.Line(
                        $"{Output.Count(answer.Seizures, "seizure")} in {Output.Count(answer.Cases, "case")} {answer.Done}"
                            + (answer.IsOutOfIndex ? "" : "; the index follows when it can be reached: ./run verify")
                    );
                return 0;
            }
        );
        return verb;
    }
}
